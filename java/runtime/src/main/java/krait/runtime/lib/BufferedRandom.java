package krait.runtime.lib;

import krait.runtime.PyClass;

/// A binary file open for reading and writing.
@PyClass(module = "_io", name = "BufferedRandom")
public final class BufferedRandom extends BufferedFile {
    BufferedRandom(RawBytes raw, CharSequence name) {
        super(raw, name);
    }
}
