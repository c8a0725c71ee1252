package krait.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Byte arrays that the connections of an event loop lend each other, so that an idle connection
/// holds none and a large body leaves no garbage. Sizes double from the smallest. Loop only.
final class ByteArrayPool {
    /// Bytes kept for later; what comes back beyond is left to the collector.
    static final int KEPT_BYTES_MAX = 8 << 20;

    private static final int SIZES = 8;

    private final int smallest;
    private final List<ArrayDeque<byte[]>> free = new ArrayList<>(SIZES);
    private int keptBytes;

    ByteArrayPool(int smallest) {
        this.smallest = smallest;
        for (int i = 0; i < SIZES; i++) {
            free.add(new ArrayDeque<>(0));
        }
    }

    /// An array of at least so many bytes; what it holds is anything.
    byte[] take(int bytes) {
        int place = place(bytes);
        if (place >= SIZES) {
            return new byte[bytes];
        }
        byte[] array = free.get(place).pollLast();
        if (array == null) {
            return new byte[smallest << place];
        }
        keptBytes -= array.length;
        return array;
    }

    /// Takes an array back, if it came from here.
    void give(byte[] array) {
        int place = place(array.length);
        if (place < SIZES
                && array.length == smallest << place
                && keptBytes + array.length <= KEPT_BYTES_MAX) {
            keptBytes += array.length;
            free.get(place).addLast(array);
        }
    }

    private int place(int bytes) {
        int times = (bytes - 1) / smallest;
        return Integer.SIZE - Integer.numberOfLeadingZeros(times);
    }
}
