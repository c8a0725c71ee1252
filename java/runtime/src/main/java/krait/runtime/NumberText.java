package krait.runtime;

/// What texts of numbers have in common.
final class NumberText {
    private NumberText() {}

    /// Code points in which the decimal digits of every script are ASCII's.
    static int[] plain(CharSequence text) {
        int[] points = Text.points(text).clone();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point >= 128 && Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                points[i] = '0' + Character.digit(point, 10);
            }
        }
        return points;
    }

    /// `str.isspace` of one code point.
    static boolean isSpace(int point) {
        return switch (point) {
            case 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, ' ', 0x85, 0xa0, 0x1680 ->
                    true;
            case 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> point >= 0x2000 && point <= 0x200a;
        };
    }

    /// At most so many code points of a text.
    static CharSequence cut(CharSequence text, int length) {
        return Text.length(text) <= length ? text : Text.part(text, 0, length);
    }
}
