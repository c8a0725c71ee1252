package krait.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Python's `bytes`.
@PyClass(name = "bytes")
@SuppressWarnings("MemberName")
public final class Bytes extends AnyBytes {
    /// `b""`.
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] data;
    private int hash;

    private Bytes(byte[] data) {
        this.data = data;
    }

    /// Bytes of this array, which becomes their own.
    public static Bytes of(byte... data) {
        return data.length == 0 ? EMPTY : new Bytes(data);
    }

    /// A literal: each unit of the text is a byte.
    public static Bytes latin1(CharSequence text) {
        return of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// `bytes()`.
    public static Bytes new_() {
        return EMPTY;
    }

    /// `bytes(count)`.
    public static Bytes new_(long count) {
        return zeros(count);
    }

    /// `bytes(text, encoding, errors)`.
    public static Bytes new_(CharSequence text, CharSequence encoding, CharSequence errors) {
        return Text.encode(text, encoding, errors);
    }

    /// `bytes(count)`.
    public static Bytes zeros(long count) {
        return of(ByteArray.zeros(count).toArray());
    }

    /// `bytes(source)`: bytes, or an iterable of ints.
    public static Bytes from(@Nullable Object source) {
        return source instanceof Bytes bytes ? bytes : of(ByteMethods.collect(source, "bytes"));
    }

    /// `bytes.fromhex(text)`.
    public static Bytes fromhex(CharSequence text) {
        return of(ByteMethods.fromHex(text));
    }

    @Override
    byte[] array() {
        return data;
    }

    @Override
    public int size() {
        return data.length;
    }

    @Override
    Bytes made(byte[] bytes) {
        return of(bytes);
    }

    /// A copy of the bytes.
    public byte[] toArray() {
        return data.clone();
    }

    @Override
    public Bytes __getitem__(Slice slice) {
        return of(ByteMethods.slice(data, data.length, slice));
    }

    /// `b + other`.
    public Bytes __add__(AnyBytes other) {
        return of(ByteMethods.concat(this, other));
    }

    /// `b * times`.
    public Bytes __mul__(long times) {
        return of(ByteMethods.repeat(this, times));
    }

    /// `times * b`.
    public Bytes __rmul__(long times) {
        return __mul__(times);
    }

    @Override
    public long __hash__() {
        if (hash == 0) {
            hash = Arrays.hashCode(data);
        }
        return hash;
    }

    @Override
    public CharSequence __repr__() {
        return "b" + TextRepr.repr(data, data.length, false);
    }
}
