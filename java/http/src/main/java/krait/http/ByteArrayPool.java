package krait.http;

import java.util.ArrayDeque;

/// Byte arrays of one size that the connections of an event loop lend each other, so that an idle
/// connection holds none. Loop only.
final class ByteArrayPool {
    /// Arrays kept; beyond, they are left to the collector.
    private static final int KEPT_MAX = 256;

    private final int size;
    private final ArrayDeque<byte[]> free = new ArrayDeque<>();

    ByteArrayPool(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    byte[] take() {
        byte[] array = free.pollLast();
        return array == null ? new byte[size] : array;
    }

    /// Takes an array back, unless it has grown.
    void give(byte[] array) {
        if (array.length == size && free.size() < KEPT_MAX) {
            free.addLast(array);
        }
    }
}
