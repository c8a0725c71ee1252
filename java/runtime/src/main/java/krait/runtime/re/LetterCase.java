package krait.runtime.re;

import java.util.Locale;

/// How code points are compared without regard to case: by their simple lower case, and a few
/// letters besides that share their upper case.
final class LetterCase {
    private static final int[] NONE = {};

    /// Lower case letters with the same upper case, in groups.
    private static final int[][] FAMILIES = {
        {'i', 0x131},
        {'s', 0x17F},
        {0xB5, 0x3BC},
        {0x345, 0x3B9, 0x1FBE},
        {0x390, 0x1FD3},
        {0x3B0, 0x1FE3},
        {0x3B2, 0x3D0},
        {0x3B5, 0x3F5},
        {0x3B8, 0x3D1},
        {0x3BA, 0x3F0},
        {0x3C0, 0x3D6},
        {0x3C1, 0x3F1},
        {0x3C2, 0x3C3},
        {0x3C6, 0x3D5},
        {0x432, 0x1C80},
        {0x434, 0x1C81},
        {0x43E, 0x1C82},
        {0x441, 0x1C83},
        {0x442, 0x1C84, 0x1C85},
        {0x44A, 0x1C86},
        {0x463, 0x1C87},
        {0x1C88, 0xA64B},
        {0x1E61, 0x1E9B},
        {0xFB05, 0xFB06}
    };

    private LetterCase() {}

    static int lower(int point, boolean ascii) {
        if (point < 128) {
            return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
        }
        return ascii ? point : Character.toLowerCase(point);
    }

    static int upper(int point) {
        return Character.toUpperCase(point);
    }

    /// Whether a code point has another case, one of several code points included.
    static boolean isCased(int point, boolean ascii) {
        if (ascii || point < 128) {
            return EscapeParser.isAsciiLetter(point);
        }
        return Character.toLowerCase(point) != point
                || Character.toString(point).toUpperCase(Locale.ROOT).codePointAt(0) != point;
    }

    /// The lower case letters that equal this lower case letter without being it.
    static int[] relatives(int lower, boolean ascii) {
        if (!ascii) {
            for (int[] family : FAMILIES) {
                for (int member : family) {
                    if (member == lower) {
                        return family;
                    }
                }
            }
        }
        return NONE;
    }
}
