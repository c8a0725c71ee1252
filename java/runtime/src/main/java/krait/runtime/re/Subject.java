package krait.runtime.re;

import krait.runtime.AnyBytes;
import krait.runtime.Bytes;
import krait.runtime.Text;
import org.jspecify.annotations.Nullable;

/// What is searched: a text, or bytes as a text in Latin-1.
public final class Subject {
    private final Object original;
    private final CharSequence text;
    private final String units;
    private final int @Nullable [] points;

    private Subject(Object original, CharSequence text) {
        this.original = original;
        this.text = text;
        this.units = text instanceof String narrow ? narrow : "";
        this.points = text instanceof String ? null : Text.points(text);
    }

    /// A text.
    public static Subject of(CharSequence text) {
        return new Subject(text, text);
    }

    /// Bytes.
    public static Subject of(AnyBytes bytes) {
        return new Subject(bytes, bytes.decode("latin-1"));
    }

    /// `match.string`.
    public Object original() {
        return original;
    }

    /// Whether it is a text.
    public boolean isText() {
        return original instanceof CharSequence;
    }

    /// How many code points it has.
    public int length() {
        int[] wide = points;
        return wide == null ? units.length() : wide.length;
    }

    int at(int position) {
        int[] wide = points;
        return wide == null ? units.charAt(position) : wide[position];
    }

    /// A part as a text.
    public CharSequence part(int from, int to) {
        return Text.part(text, from, to);
    }

    /// A part of the original, as what Python gives for it.
    public Object slice(int from, int to) {
        if (isText()) {
            return part(from, to);
        }
        return from == 0 && to == length() && original instanceof Bytes whole
                ? whole
                : Text.encode(part(from, to), "latin-1");
    }

    /// Where a code point is between two places, or -1.
    int indexOf(int point, int from, int to) {
        int[] wide = points;
        if (wide == null) {
            return from >= to || Character.charCount(point) > 1
                    ? -1
                    : units.indexOf(point, from, to);
        }
        for (int i = from; i < to; i++) {
            if (wide[i] == point) {
                return i;
            }
        }
        return -1;
    }

    /// The last place of a code point from `from` down to `least`; less when there is none.
    int lastIndexOf(int point, int from, int least, int end) {
        int i = from;
        while (i >= least && (i >= end || at(i) != point)) {
            i--;
        }
        return i;
    }

    /// Where a text is between two places, or -1.
    int find(CharSequence part, int from, int to) {
        return (int) Text.find(text, part, from, to);
    }
}
