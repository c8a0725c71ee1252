package krait.runtime.lib;

import krait.runtime.PyClass;

/// A binary file open for reading.
@PyClass(module = "_io", name = "BufferedReader")
public final class BufferedReader extends BufferedFile {
    BufferedReader(RawBytes raw, CharSequence name) {
        super(raw, name);
    }
}
