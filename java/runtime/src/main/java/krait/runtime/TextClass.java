package krait.runtime;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Classes of code points as CPython 3.14 has them, which like JDK 25 knows Unicode 16.
///
/// What the JDK has no property for is tabulated: digits and numbers outside the decimal ones, and
/// where normalisation keeps a letter out of identifiers.
public final class TextClass {
    /// Ranges (first, last) with Numeric_Type=Digit outside category Nd.
    private static final int[] DIGITS = {
        0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079,
        0x2080, 0x2089, 0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5,
        0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43,
        0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a
    };

    /// Ideographs that are numbers, sorted.
    private static final int[] NUMERALS =
            ("\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e24\u4e5d\u4e8c\u4e94\u4e96"
                            + "\u4eac\u4ebf\u4ec0\u4edf\u4ee8\u4f0d\u4f70\u4fe9\u5006\u5104\u5146"
                            + "\u5169\u516b\u516d\u5341\u5343\u5344\u5345\u534c\u53c1\u53c2\u53c3"
                            + "\u53c4\u56db\u58f1\u58f9\u5e7a\u5efe\u5eff\u5f0c\u5f0d\u5f0e\u5f10"
                            + "\u62d0\u62fe\u634c\u67d2\u6d1e\u6f06\u7396\u767e\u7695\u79ed\u8086"
                            + "\u842c\u8cae\u8cb3\u8d30\u920e\u94a9\u9621\u9646\u964c\u9678\u96f6"
                            + "\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd\ud840\udc01\ud840\udc64"
                            + "\ud840\udce2\ud840\udd21\ud842\udd2a\ud842\udd83\ud842\udd8c\ud842"
                            + "\udd9c\ud842\udeea\ud842\udefd\ud842\udf19\ud848\udf90\ud84a\udd98"
                            + "\ud84e\udf1b\ud858\ude6d\ud87e\udc90")
                    .codePoints()
                    .toArray();

    /// Where Python's identifiers differ from Java's property, at the start and behind it.
    private static final int[] NOT_IN_IDENTIFIERS = {
        0x37a, 0x2e2f, 0x309b, 0x309c, 0xfc5e, 0xfc5f, 0xfc60, 0xfc61, 0xfc62, 0xfc63, 0xfdfa,
        0xfdfb, 0xfe70, 0xfe72, 0xfe74, 0xfe76, 0xfe78, 0xfe7a, 0xfe7c, 0xfe7e
    };

    private static final int[] NOT_AT_THE_START = {0xe33, 0xeb3, 0xff9e, 0xff9f};

    /// What a sigma looks past to see whether it ends a word, beside whole categories.
    private static final String CASE_IGNORABLE =
            "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027"
                    + "\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

    private TextClass() {}

    /// Whether there are code points and all of them pass.
    static boolean all(CharSequence s, IntPredicate test) {
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            if (!test.test(Text.at(s, i))) {
                return false;
            }
        }
        return length > 0;
    }

    static boolean isAlpha(int point) {
        return Character.isLetter(point);
    }

    /// Whether `str.isdecimal` holds of a code point.
    public static boolean isDecimal(int point) {
        return Character.isDigit(point);
    }

    static boolean isDigit(int point) {
        return Character.isDigit(point) || inRanges(DIGITS, point);
    }

    static boolean isNumeric(int point) {
        int type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || Arrays.binarySearch(NUMERALS, point) >= 0;
    }

    /// Whether `str.isalnum` holds of a code point.
    public static boolean isAlnum(int point) {
        return isAlpha(point) || isNumeric(point);
    }

    /// Whether `str.isspace` holds of a code point.
    public static boolean isSpace(int point) {
        if (point < 128) {
            return point == ' ' || (point >= 9 && point <= 13) || (point >= 0x1c && point <= 0x1f);
        }
        return point == 0x85
                || point == 0x2028
                || point == 0x2029
                || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    static boolean isLineBreak(int point) {
        return (point >= '\n' && point <= '\r')
                || (point >= 0x1c && point <= 0x1e)
                || point == 0x85
                || point == 0x2028
                || point == 0x2029;
    }

    static boolean isPrintable(int point) {
        if (point < 127) {
            return point >= ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    static boolean isCased(int point) {
        return Character.isLowerCase(point)
                || Character.isUpperCase(point)
                || Character.isTitleCase(point);
    }

    static boolean isCaseIgnorable(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> CASE_IGNORABLE.indexOf(point) >= 0;
        };
    }

    static boolean isLower(CharSequence s) {
        boolean cased = false;
        int length = Text.length(s);
        if (length == 1 && Text.at(s, 0) < 128) {
            return Text.at(s, 0) >= 'a' && Text.at(s, 0) <= 'z';
        }
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
                return false;
            }
            cased |= Character.isLowerCase(point);
        }
        return cased;
    }

    static boolean isUpper(CharSequence s) {
        boolean cased = false;
        int length = Text.length(s);
        if (length == 1 && Text.at(s, 0) < 128) {
            return Text.at(s, 0) >= 'A' && Text.at(s, 0) <= 'Z';
        }
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (Character.isLowerCase(point) || Character.isTitleCase(point)) {
                return false;
            }
            cased |= Character.isUpperCase(point);
        }
        return cased;
    }

    static boolean isTitle(CharSequence s) {
        boolean cased = false;
        boolean previous = false;
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
                if (previous) {
                    return false;
                }
                previous = true;
                cased = true;
            } else if (Character.isLowerCase(point)) {
                if (!previous) {
                    return false;
                }
                cased = true;
            } else {
                previous = false;
            }
        }
        return cased;
    }

    static boolean isIdentifier(CharSequence s) {
        int length = Text.length(s);
        if (length == 0 || !startsIdentifier(Text.at(s, 0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!continuesIdentifier(Text.at(s, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsIdentifier(int point) {
        return point == '_'
                || (Character.isUnicodeIdentifierStart(point)
                        && Arrays.binarySearch(NOT_IN_IDENTIFIERS, point) < 0
                        && Arrays.binarySearch(NOT_AT_THE_START, point) < 0);
    }

    private static boolean continuesIdentifier(int point) {
        boolean joiner = point == 0x200C || point == 0x200D;
        return (joiner || !Character.isIdentifierIgnorable(point))
                && Character.isUnicodeIdentifierPart(point)
                && Arrays.binarySearch(NOT_IN_IDENTIFIERS, point) < 0;
    }

    private static boolean inRanges(int[] ranges, int point) {
        for (int i = 0; i < ranges.length && ranges[i] <= point; i += 2) {
            if (point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
