package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Iterates over bytes that may change meanwhile.
@PyClass(name = "bytes_iterator")
final class ByteIterator extends PyIterator {
    private @Nullable AnyBytes bytes;
    private int next;
    private long item;

    ByteIterator(AnyBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public boolean advance() {
        AnyBytes from = bytes;
        if (from == null || next >= from.size()) {
            bytes = null;
            return false;
        }
        item = from.array()[next++] & 0xFF;
        return true;
    }

    @Override
    public Object value() {
        return item;
    }

    @Override
    public long longValue() {
        return item;
    }
}
