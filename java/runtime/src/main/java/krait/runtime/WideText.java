package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A `str` with at least one code point that a Java `char` can't be: beyond U+FFFF, or a surrogate.
///
/// As a `CharSequence` it is its UTF-16 form, for output; what Python sees is in [Text].
@PyClass(name = "str")
public final class WideText implements CharSequence {
    private final int[] points;
    private @Nullable String units;
    private long hash;

    /// A text of these code points; the array becomes its own, and holds a wide one.
    WideText(int[] points) {
        this.points = points;
    }

    int[] points() {
        return points;
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    /// The text in UTF-16; surrogates stand for themselves.
    @Override
    public String toString() {
        String text = units;
        if (text == null) {
            text = new String(points, 0, points.length);
            units = text;
        }
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WideText that && Arrays.equals(points, that.points);
    }

    @Override
    public int hashCode() {
        long value = hash;
        if (value == 0) {
            value = Arrays.hashCode(points) | 1L << 32;
            hash = value;
        }
        return (int) value;
    }
}
