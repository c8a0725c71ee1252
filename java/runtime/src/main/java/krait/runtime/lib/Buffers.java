package krait.runtime.lib;

import krait.runtime.ByteArray;
import krait.runtime.Bytes;
import krait.runtime.PyType;
import krait.runtime.TypeError;
import org.jspecify.annotations.Nullable;

/// Arguments that hold bytes.
final class Buffers {
    private Buffers() {}

    /// A copy of the bytes that an object holds.
    static byte[] array(@Nullable Object buffer) {
        return array(buffer, "");
    }

    /// The same, for a function whose message begins in its own way.
    static byte[] array(@Nullable Object buffer, String head) {
        if (buffer instanceof Bytes bytes) {
            return bytes.toArray();
        } else if (buffer instanceof ByteArray bytes) {
            return bytes.toArray();
        }
        String type = PyType.of(buffer).name();
        throw new TypeError(head + "a bytes-like object is required, not '" + type + "'");
    }
}
