package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's `bytearray`.
@PyClass(name = "bytearray")
@SuppressWarnings("MemberName")
public final class ByteArray extends AnyBytes {
    private byte[] data;
    private int size;

    /// `bytearray()`.
    public ByteArray() {
        data = new byte[0];
    }

    private ByteArray(byte[] data) {
        this.data = data;
        this.size = data.length;
    }

    /// A bytearray of this array, which becomes its own.
    public static ByteArray of(byte... data) {
        return new ByteArray(data);
    }

    /// `bytearray()`.
    public static ByteArray new_() {
        return new ByteArray();
    }

    /// `bytearray(count)`.
    public static ByteArray new_(long count) {
        return zeros(count);
    }

    /// `bytearray(text, encoding, errors)`.
    public static ByteArray new_(CharSequence text, CharSequence encoding, CharSequence errors) {
        return from(Text.encode(text, encoding, errors));
    }

    /// `bytearray(count)`.
    public static ByteArray zeros(long count) {
        if (count < 0) {
            throw new ValueError("negative count");
        }
        return new ByteArray(new byte[Indexes.capacity(count)]);
    }

    /// `bytearray(source)`: bytes, or an iterable of ints.
    public static ByteArray from(@Nullable Object source) {
        return new ByteArray(ByteMethods.collect(source, "bytearray"));
    }

    /// `bytearray.fromhex(text)`.
    public static ByteArray fromhex(CharSequence text) {
        return new ByteArray(ByteMethods.fromHex(text));
    }

    @Override
    byte[] array() {
        return data;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    ByteArray made(byte[] bytes) {
        return new ByteArray(bytes);
    }

    /// A copy of the bytes.
    public byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    private static byte checked(long item) {
        if (item < 0 || item > 255) {
            throw new ValueError("byte must be in range(0, 256)");
        }
        return (byte) item;
    }

    private void splice(int from, int count, byte[] with) {
        int grown = Indexes.capacity((long) size - count + with.length);
        if (grown > data.length) {
            data = Arrays.copyOf(data, Math.max(grown, data.length + (data.length >> 1) + 8));
        }
        int after = from + count;
        System.arraycopy(data, after, data, from + with.length, size - after);
        System.arraycopy(with, 0, data, from, with.length);
        size = grown;
    }

    private int position(long index, String message) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError(message);
        }
        return (int) at;
    }

    /// `b.append(item)`.
    public void append(long item) {
        splice(size, 0, new byte[] {checked(item)});
    }

    /// `b.extend(items)`.
    public void extend(@Nullable Object items) {
        splice(size, 0, ByteMethods.collect(items, "bytearray"));
    }

    /// `b.insert(index, item)`.
    public void insert(long index, long item) {
        splice(Indexes.bound(index, size), 0, new byte[] {checked(item)});
    }

    /// `b.pop()`.
    public long pop() {
        return pop(-1);
    }

    /// `b.pop(index)`.
    public long pop(long index) {
        if (size == 0) {
            throw new IndexError("pop from empty bytearray");
        }
        int at = position(index, "pop index out of range");
        long item = data[at] & 0xFF;
        splice(at, 1, new byte[0]);
        return item;
    }

    /// `b.remove(item)`.
    public void remove(long item) {
        byte sought = checked(item);
        for (int i = 0; i < size; i++) {
            if (data[i] == sought) {
                splice(i, 1, new byte[0]);
                return;
            }
        }
        throw new ValueError("value not found in bytearray");
    }

    /// `b.clear()`.
    public void clear() {
        size = 0;
    }

    /// `b.reverse()`.
    public void reverse() {
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            byte item = data[low];
            data[low] = data[high];
            data[high] = item;
        }
    }

    /// `b.copy()`.
    public ByteArray copy() {
        return new ByteArray(toArray());
    }

    @Override
    public ByteArray __getitem__(Slice slice) {
        return new ByteArray(ByteMethods.slice(data, size, slice));
    }

    /// `b[index] = item`.
    public void __setitem__(long index, long item) {
        byte value = checked(item);
        data[position(index, "bytearray index out of range")] = value;
    }

    /// `b[slice] = items`.
    public void __setitem__(Slice slice, @Nullable Object items) {
        byte[] with = ByteMethods.collect(items, "bytearray");
        int from = slice.start(size);
        int count = slice.count(size);
        if (slice.contiguous()) {
            splice(from, count, with);
            return;
        }
        if (with.length == 0) {
            __delitem__(slice);
            return;
        }
        if (with.length != count) {
            throw new ValueError(
                    "attempt to assign bytes of size "
                            + with.length
                            + " to extended slice of size "
                            + count);
        }
        int step = slice.step();
        for (int i = 0; i < count; i++) {
            data[from + i * step] = with[i];
        }
    }

    @Override
    public void __setitem__(@Nullable Object key, @Nullable Object item) {
        if (key instanceof Slice slice) {
            __setitem__(slice, item);
        } else {
            __setitem__(Indexes.position(key), Indexes.clamped(item));
        }
    }

    /// `del b[index]`.
    public void __delitem__(long index) {
        splice(position(index, "bytearray index out of range"), 1, new byte[0]);
    }

    /// `del b[slice]`.
    public void __delitem__(Slice slice) {
        ObjectList kept = ObjectList.from(this);
        kept.__delitem__(slice);
        data = ByteMethods.collect(kept, "bytearray");
        size = data.length;
    }

    @Override
    public void __delitem__(@Nullable Object key) {
        if (key instanceof Slice slice) {
            __delitem__(slice);
        } else {
            __delitem__(Indexes.position(key));
        }
    }

    /// `b + other`.
    public ByteArray __add__(AnyBytes other) {
        return new ByteArray(ByteMethods.concat(this, other));
    }

    /// `b += other`.
    public ByteArray __iadd__(AnyBytes other) {
        splice(size, 0, Arrays.copyOf(other.array(), other.size()));
        return this;
    }

    /// `b * times`.
    public ByteArray __mul__(long times) {
        return new ByteArray(ByteMethods.repeat(this, times));
    }

    /// `times * b`.
    public ByteArray __rmul__(long times) {
        return __mul__(times);
    }

    /// `b *= times`.
    public ByteArray __imul__(long times) {
        data = ByteMethods.repeat(this, times);
        size = data.length;
        return this;
    }

    @Override
    public long __hash__() {
        throw Values.unhashable(this);
    }

    @Override
    public CharSequence __repr__() {
        return "bytearray(b" + TextRepr.repr(data, size, true) + ")";
    }
}
