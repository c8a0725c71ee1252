package krait.runtime.re;

import static krait.runtime.re.PatternReader.END;

import java.util.List;
import krait.runtime.Text;
import krait.runtime.Values;
import krait.runtime.re.Node.Anchor;
import krait.runtime.re.Node.Category;
import org.jspecify.annotations.Nullable;

/// Reads what a backslash begins, but for references to groups.
final class EscapeParser {
    private final PatternReader reader;

    EscapeParser(PatternReader reader) {
        this.reader = reader;
    }

    /// The code point of a simple escape such as `\n`; -1 for others.
    static int simple(int escaped) {
        return switch (escaped) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case '\\' -> '\\';
            default -> END;
        };
    }

    static boolean isAsciiLetter(int point) {
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    }

    Node outsideSet(int escaped) {
        Node.ClassItem item = classItem(escaped);
        if (item != null) {
            return new Node.OneOf(false, List.of(item));
        }
        @Nullable Anchor anchor =
                switch (escaped) {
                    case 'A' -> Anchor.BEGINNING_OF_STRING;
                    case 'b' -> Anchor.BOUNDARY;
                    case 'B' -> Anchor.NOT_BOUNDARY;
                    case 'z', 'Z' -> Anchor.END_OF_STRING;
                    default -> null;
                };
        return anchor != null
                ? new Node.At(anchor)
                : new Node.Literal(point(escaped, false), false);
    }

    Node.SetItem insideSet(int escaped) {
        Node.ClassItem item = classItem(escaped);
        if (item != null) {
            return item;
        }
        int point = point(escaped, true);
        return new Node.Range(point, point);
    }

    private static Node.@Nullable ClassItem classItem(int escaped) {
        return switch (escaped) {
            case 'd' -> new Node.ClassItem(Category.DIGIT, false);
            case 'D' -> new Node.ClassItem(Category.DIGIT, true);
            case 's' -> new Node.ClassItem(Category.SPACE, false);
            case 'S' -> new Node.ClassItem(Category.SPACE, true);
            case 'w' -> new Node.ClassItem(Category.WORD, false);
            case 'W' -> new Node.ClassItem(Category.WORD, true);
            default -> null;
        };
    }

    private int point(int escaped, boolean inSet) {
        int simple = simple(escaped);
        if (simple != END) {
            return simple;
        }
        if (escaped == 'x') {
            return hex("\\x", 2);
        }
        if (reader.isText() && escaped == 'u') {
            return hex("\\u", 4);
        }
        if (reader.isText() && escaped == 'U') {
            return hex("\\U", 8);
        }
        if (reader.isText() && escaped == 'N') {
            return named();
        }
        if (PatternReader.isDigit(escaped, 8) && (inSet || escaped == '0')) {
            StringBuilder digits = new StringBuilder().append((char) escaped);
            reader.digits(digits, 2, 8);
            return escaped == '0' && !inSet
                    ? Integer.parseInt(digits.toString(), 8)
                    : octal(digits);
        }
        if (PatternReader.isDigit(escaped, 10) || isAsciiLetter(escaped)) {
            throw reader.fault("bad escape \\" + (char) escaped, 2);
        }
        return escaped;
    }

    int octal(StringBuilder digits) {
        int value = Integer.parseInt(digits.toString(), 8);
        if (value > 0377) {
            throw reader.fault(
                    "octal escape value \\" + digits + " outside of range 0-0o377",
                    digits.length() + 1);
        }
        return value;
    }

    private int hex(String escape, int count) {
        StringBuilder digits = new StringBuilder();
        reader.digits(digits, count, 16);
        int length = digits.length() + 2;
        if (digits.length() != count) {
            throw reader.fault("incomplete escape " + escape + digits, length);
        }
        long point = Long.parseLong(digits.toString(), 16);
        if (point > Character.MAX_CODE_POINT) {
            throw reader.fault("bad escape " + escape + digits, length);
        }
        return (int) point;
    }

    private int named() {
        if (!reader.match('{')) {
            throw reader.fault("missing {", 0);
        }
        CharSequence name = reader.until('}', "character name");
        int point = lookup(name.toString());
        if (point == END) {
            throw reader.fault(
                    Text.__add__("undefined character name ", Values.repr(name)),
                    Text.length(name) + "\\N{}".length());
        }
        return point;
    }

    /// The code point that Unicode names so; the JDK's own names for the others don't count.
    private static int lookup(String name) {
        try {
            int point = Character.codePointOf(name);
            return switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED ->
                        END;
                default -> point;
            };
        } catch (IllegalArgumentException e) {
            return END;
        }
    }
}
