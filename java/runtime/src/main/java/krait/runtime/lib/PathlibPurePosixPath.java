package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.Tuple;

/// `pathlib.PurePosixPath`.
@PyClass(module = "pathlib", name = "PurePosixPath")
public final class PathlibPurePosixPath extends PathlibPurePath {
    /// The segments one behind the other.
    public PathlibPurePosixPath(Tuple segments) {
        super(segments);
    }

    @Override
    PathlibPurePath like(Tuple segments) {
        return new PathlibPurePosixPath(segments);
    }
}
