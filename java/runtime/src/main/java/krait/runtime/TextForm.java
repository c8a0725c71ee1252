package krait.runtime;

import java.util.Arrays;

/// The two forms of a text, and what is read from either: the base of [Text].
abstract class TextForm {
    /// The texts of one letter of Latin-1, the same objects as the literals of programs.
    private static final String[] ONE = new String[256];

    static {
        for (int i = 0; i < ONE.length; i++) {
            ONE[i] = String.valueOf((char) i).intern();
        }
    }

    TextForm() {}

    /// Whether a code point takes a [WideText].
    static boolean isWide(int point) {
        return point > 0xFFFF || (point >= 0xD800 && point < 0xE000);
    }

    /// A text in its canonical form. Pairs of surrogates in a Java string are one code point.
    public static CharSequence of(CharSequence text) {
        if (text instanceof WideText) {
            return text;
        }
        String units = text.toString();
        for (int i = 0; i < units.length(); i++) {
            if (Character.isSurrogate(units.charAt(i))) {
                return new WideText(units.codePoints().toArray());
            }
        }
        return units;
    }

    /// The text of code points from one position to another.
    public static CharSequence of(int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isWide(points[i])) {
                return new WideText(Arrays.copyOfRange(points, from, to));
            }
        }
        return new String(points, from, to - from);
    }

    /// The text of one code point.
    public static CharSequence ofPoint(int point) {
        if (point < ONE.length) {
            return ONE[point];
        }
        return isWide(point) ? new WideText(new int[] {point}) : String.valueOf((char) point);
    }

    /// How many code points.
    public static int length(CharSequence text) {
        return text instanceof WideText wide ? wide.points().length : text.length();
    }

    /// The code point at a position.
    public static int at(CharSequence text, int position) {
        return text instanceof WideText wide ? wide.points()[position] : text.charAt(position);
    }

    /// The letter at a position that is in the text.
    public static CharSequence letter(CharSequence text, int position) {
        return ofPoint(at(text, position));
    }

    /// Whether a text is one letter.
    public static boolean isLetter(CharSequence text, int point) {
        if (text instanceof String units) {
            return units.length() == 1 && units.charAt(0) == point;
        }
        return text instanceof WideText wide
                && wide.points().length == 1
                && wide.points()[0] == point;
    }

    /// The part between two positions.
    public static CharSequence part(CharSequence text, int from, int to) {
        if (text instanceof WideText wide) {
            boolean whole = from == 0 && to == wide.points().length;
            return whole ? wide : of(wide.points(), from, to);
        }
        return text.toString().substring(from, to);
    }

    /// The code points; the array of a [WideText] is its own.
    public static int[] points(CharSequence text) {
        return text instanceof WideText wide ? wide.points() : text.chars().toArray();
    }

    /// The order of two texts, by code points.
    static int compare(CharSequence left, CharSequence right) {
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        return Arrays.compare(points(left), points(right));
    }

    static long hash(CharSequence text) {
        return text.hashCode();
    }
}
