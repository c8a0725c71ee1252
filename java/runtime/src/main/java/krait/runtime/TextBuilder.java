package krait.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Builds a `str`: a `StringBuilder` until the first wide code point, then an array of code points.
public final class TextBuilder {
    private final StringBuilder narrow;
    private int @Nullable [] points;
    private int size;

    public TextBuilder() {
        narrow = new StringBuilder();
    }

    public TextBuilder(int capacity) {
        narrow = new StringBuilder(capacity);
    }

    /// Appends a text.
    public TextBuilder append(CharSequence text) {
        if (text instanceof WideText wide) {
            int[] source = wide.points();
            int[] into = room(source.length);
            System.arraycopy(source, 0, into, size, source.length);
            size += source.length;
        } else if (points == null) {
            narrow.append(text);
        } else {
            int length = text.length();
            int[] into = room(length);
            for (int i = 0; i < length; i++) {
                into[size++] = text.charAt(i);
            }
        }
        return this;
    }

    /// Appends a unit that is no surrogate.
    public TextBuilder append(char unit) {
        if (points == null) {
            narrow.append(unit);
        } else {
            room(1)[size++] = unit;
        }
        return this;
    }

    /// Appends a code point, which may be a surrogate.
    public TextBuilder appendPoint(int point) {
        if (points == null && !Text.isWide(point)) {
            narrow.append((char) point);
        } else {
            room(1)[size++] = point;
        }
        return this;
    }

    /// Appends the code points of a text from one position to another.
    TextBuilder append(CharSequence text, int from, int to) {
        if (text instanceof String units && points == null) {
            narrow.append(units, from, to);
        } else {
            for (int i = from; i < to; i++) {
                appendPoint(Text.at(text, i));
            }
        }
        return this;
    }

    private int[] room(int more) {
        int[] into = points;
        if (into == null) {
            size = narrow.length();
            into = new int[Indexes.capacity((size + more) * 3L / 2 + 16)];
            for (int i = 0; i < size; i++) {
                into[i] = narrow.charAt(i);
            }
        } else if (size + more > into.length) {
            into = Arrays.copyOf(into, Indexes.capacity((size + more) * 3L / 2));
        }
        points = into;
        return into;
    }

    /// How many code points there are so far.
    public int length() {
        return points == null ? narrow.length() : size;
    }

    /// The text. Once the builder holds a wide code point it can't lose it, so this is canonical.
    public CharSequence build() {
        int[] built = points;
        if (built != null && size > 0) {
            return new WideText(Arrays.copyOf(built, size));
        }
        return narrow.toString();
    }
}
