package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A format specification: `[[fill]align][sign][z][#][0][width][group][.precision[group]][type]`.
/// Characters that are not given are 0, numbers are -1.
///
/// @param fill code point to pad with
/// @param align one of `<`, `>`, `=`, `^`
/// @param sign one of `+`, `-`, space
/// @param positiveZero `z`: no minus before what is rounded to zero
/// @param alternate `#`
/// @param width least length
/// @param group `,` or `_` between groups of digits
/// @param precision digits behind the point, or all digits, or the greatest length
/// @param fractionGroup `,` or `_` between groups of digits behind the point
/// @param type code point of the presentation type
record FormatSpec(
        int fill,
        char align,
        char sign,
        boolean positiveZero,
        boolean alternate,
        int width,
        char group,
        int precision,
        char fractionGroup,
        int type) {

    /// Reads a specification for a value; says what type the value is when something is wrong.
    ///
    /// @param defaultType the type of a specification that names none
    /// @param defaultAlign how values of this kind are aligned
    static FormatSpec parse(
            CharSequence spec, @Nullable Object value, char defaultType, char defaultAlign) {
        return new Parser(spec, value).parse(defaultType, defaultAlign);
    }

    /// An error that names the type a value does not have.
    ValueError unknownType(@Nullable Object value) {
        return unknownType(type, value);
    }

    private static ValueError unknownType(int type, @Nullable Object value) {
        String shown =
                type > 32 && type < 128
                        ? Character.toString(type)
                        : "\\x" + Integer.toHexString(type);
        String name = PyType.of(value).name();
        return new ValueError(
                "Unknown format code '" + shown + "' for object of type '" + name + "'");
    }

    /// The text in its place within the width.
    ///
    /// @param prefix what stays before the padding of `=`, such as a sign
    CharSequence pad(String prefix, CharSequence text) {
        int length = prefix.length() + Text.length(text);
        if (length >= width) {
            return prefix.isEmpty() ? text : new TextBuilder().append(prefix).append(text).build();
        }
        int missing = width - length;
        int before =
                switch (align) {
                    case '>' -> missing;
                    case '^' -> missing / 2;
                    default -> 0;
                };
        TextBuilder padded = new TextBuilder(width);
        repeat(padded, before);
        padded.append(prefix);
        int inside = align == '=' ? missing : 0;
        repeat(padded, inside);
        padded.append(text);
        repeat(padded, missing - before - inside);
        return padded.build();
    }

    private void repeat(TextBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.appendPoint(fill);
        }
    }

    /// One run over a specification.
    private static final class Parser {
        private final CharSequence spec;
        private final @Nullable Object value;
        private final int[] points;
        private int at;

        Parser(CharSequence spec, @Nullable Object value) {
            this.spec = spec;
            this.value = value;
            this.points = Text.points(spec);
        }

        FormatSpec parse(char defaultType, char defaultAlign) {
            int fill = 0;
            char align = 0;
            if (isAlign(peek(1))) {
                fill = points[0];
                align = (char) points[1];
                at = 2;
            } else if (isAlign(peek(0))) {
                align = (char) points[at++];
            }
            boolean fillGiven = at == 2;
            char sign =
                    peek(0) == '+' || peek(0) == '-' || peek(0) == ' ' ? (char) points[at++] : 0;
            boolean positiveZero = skip('z');
            boolean alternate = skip('#');
            if (!fillGiven && skip('0')) {
                fill = '0';
                align = align == 0 && defaultAlign == '>' ? '=' : align;
            }
            int width = number();
            char group = group();
            int precision = -1;
            char fractionGroup = 0;
            if (skip('.')) {
                precision = number();
                fractionGroup = group();
                if (precision < 0 && fractionGroup == 0) {
                    throw new ValueError("Format specifier missing precision");
                }
            }
            return new FormatSpec(
                    fill == 0 && !fillGiven ? ' ' : fill,
                    align == 0 ? defaultAlign : align,
                    sign,
                    positiveZero,
                    alternate,
                    width,
                    group,
                    precision,
                    fractionGroup,
                    type(group, fractionGroup, defaultType));
        }

        private int peek(int ahead) {
            return at + ahead < points.length ? points[at + ahead] : -1;
        }

        private boolean skip(char unit) {
            if (peek(0) != unit) {
                return false;
            }
            at++;
            return true;
        }

        private static boolean isAlign(int point) {
            return point == '<' || point == '>' || point == '=' || point == '^';
        }

        /// A number, or -1 when there is none. No text is as long as the greatest int.
        private int number() {
            long number = -1;
            for (; decimal(peek(0)) >= 0; at++) {
                int digit = decimal(peek(0));
                number = Math.max(number, 0);
                if (number > (Long.MAX_VALUE - digit) / 10) {
                    throw new ValueError("Too many decimal digits in format string");
                }
                number = number * 10 + digit;
            }
            return (int) Math.min(number, Integer.MAX_VALUE);
        }

        private static int decimal(int point) {
            return Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER
                    ? Character.digit(point, 10)
                    : -1;
        }

        private char group() {
            char group = 0;
            if (skip(',')) {
                group = ',';
            }
            if (peek(0) == '_') {
                if (group != 0) {
                    throw bothGroups();
                }
                at++;
                group = '_';
            }
            if (group == '_' && peek(0) == ',') {
                throw bothGroups();
            }
            return group;
        }

        private static ValueError bothGroups() {
            return new ValueError("Cannot specify both ',' and '_'.");
        }

        private int type(char group, char fractionGroup, char defaultType) {
            if (points.length - at > 1) {
                String name = PyType.of(value).name();
                throw new ValueError(
                        new TextBuilder()
                                .append("Invalid format specifier '")
                                .append(spec)
                                .append("' for object of type '" + name + "'")
                                .build());
            }
            int type = at < points.length ? points[at] : defaultType;
            requireGroupable(group, type);
            requireGroupable(type == 'n' ? fractionGroup : 0, type);
            return type;
        }

        private static void requireGroupable(int group, int type) {
            boolean fits =
                    switch (type) {
                        case 0, 'd', 'e', 'f', 'g', 'E', 'F', 'G', '%' -> true;
                        case 'b', 'o', 'x', 'X' -> group == '_';
                        default -> false;
                    };
            if (group != 0 && !fits) {
                String shown =
                        type > 32 && type < 128
                                ? Character.toString(type)
                                : "\\x" + Integer.toHexString(type);
                throw new ValueError("Cannot specify '" + (char) group + "' with '" + shown + "'.");
            }
        }
    }
}
