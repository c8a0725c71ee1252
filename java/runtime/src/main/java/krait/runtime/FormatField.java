package krait.runtime;

/// A replacement field: `{name!conversion:spec}`.
///
/// @param name what stands before the conversion
/// @param conversion the code point behind `!`, or 0
/// @param spec what stands behind `:`
/// @param specNests whether the specification has fields of its own
/// @param end the position behind the field
record FormatField(
        CharSequence name, int conversion, CharSequence spec, boolean specNests, int end) {

    /// Reads the field that begins behind a brace.
    static FormatField parse(CharSequence template, int[] points, int start) {
        int nameEnd = nameEnd(points, start);
        CharSequence name = Text.part(template, start, nameEnd);
        int mark = points[nameEnd];
        int at = nameEnd + 1;
        if (mark == '}') {
            return new FormatField(name, 0, "", false, at);
        }
        int conversion = 0;
        if (mark == '!') {
            if (at == points.length) {
                throw new ValueError("end of string while looking for conversion specifier");
            }
            conversion = points[at++];
            if (at < points.length) {
                int next = points[at++];
                if (next == '}') {
                    return new FormatField(name, conversion, "", false, at);
                } else if (next != ':') {
                    throw new ValueError("expected ':' after conversion specifier");
                }
            }
        }
        int specEnd = specEnd(points, at);
        boolean nests = false;
        for (int i = at; i < specEnd; i++) {
            nests |= points[i] == '{';
        }
        CharSequence spec = Text.part(template, at, specEnd);
        return new FormatField(name, conversion, spec, nests, specEnd + 1);
    }

    /// The position of the `}`, `:` or `!` that ends a name; within brackets they mean nothing.
    private static int nameEnd(int[] points, int start) {
        boolean bracket = false;
        for (int i = start; i < points.length; i++) {
            int point = points[i];
            if (bracket) {
                bracket = point != ']';
            } else if (point == '[') {
                bracket = true;
            } else if (point == '{') {
                throw new ValueError("unexpected '{' in field name");
            } else if (point == '}' || point == ':' || point == '!') {
                return i;
            }
        }
        throw new ValueError("expected '}' before end of string");
    }

    private static int specEnd(int[] points, int start) {
        int open = 1;
        for (int i = start; i < points.length; i++) {
            if (points[i] == '{') {
                open++;
            } else if (points[i] == '}') {
                open--;
                if (open == 0) {
                    return i;
                }
            }
        }
        throw new ValueError("unmatched '{' in format spec");
    }

    /// The number that digits of any script make, or -1 when there is anything else.
    static long integer(int[] points, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (Character.getType(points[i]) != Character.DECIMAL_DIGIT_NUMBER) {
                return -1;
            }
            int digit = Character.digit(points[i], 10);
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw new ValueError("Too many decimal digits in format string");
            }
            number = number * 10 + digit;
        }
        return from == to ? -1 : number;
    }
}
