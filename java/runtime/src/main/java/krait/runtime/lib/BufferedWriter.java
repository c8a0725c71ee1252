package krait.runtime.lib;

import krait.runtime.PyClass;

/// A binary file open for writing.
@PyClass(module = "_io", name = "BufferedWriter")
public final class BufferedWriter extends BufferedFile {
    BufferedWriter(RawBytes raw, CharSequence name) {
        super(raw, name);
    }
}
