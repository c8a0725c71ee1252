package krait.runtime.lib;

import krait.runtime.PyObject;

/// What stands for a path of the file system beside a str.
@SuppressWarnings("MemberName")
public abstract class PathLike implements PyObject {
    /// The path as a str.
    public abstract CharSequence __fspath__();

    /// `os.fspath(path)`.
    static CharSequence fspath(Object path) {
        return path instanceof CharSequence text ? text : ((PathLike) path).__fspath__();
    }
}
