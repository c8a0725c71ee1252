package krait.runtime.json;

import krait.runtime.Dict;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.PyBaseException;
import krait.runtime.RecursionError;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import org.jspecify.annotations.Nullable;

/// Reads a document as `json.loads` does, with the same faults at the same places.
public final class JsonDecoder {
    private static final int KEYS_KEPT = 64;
    private static final int END = -1;

    /// Makes the exception of a fault at a position.
    @FunctionalInterface
    public interface Fault {
        /// The exception.
        ///
        /// @param position in code points
        PyBaseException at(String message, CharSequence document, long position);
    }

    private final CharSequence document;
    private final String units;
    private final int @Nullable [] points;
    private final int length;
    private final Fault fault;
    private final @Nullable String[] keys = new String[KEYS_KEPT];
    private int at;

    private JsonDecoder(CharSequence document, Fault fault) {
        this.document = document;
        this.fault = fault;
        this.units = document instanceof String text ? text : "";
        this.points = document instanceof String ? null : Text.points(document);
        this.length = Text.length(document);
    }

    /// The value of a document.
    public static @Nullable Object decode(CharSequence document, Fault fault) {
        JsonDecoder decoder = new JsonDecoder(document, fault);
        try {
            decoder.skipSpaces();
            Object value = decoder.value();
            decoder.skipSpaces();
            if (decoder.at < decoder.length) {
                throw decoder.fail("Extra data", decoder.at);
            }
            return value;
        } catch (StackOverflowError e) {
            throw new RecursionError("Stack overflow while decoding JSON from a unicode string");
        }
    }

    private PyBaseException fail(String message, int position) {
        return fault.at(message, document, position);
    }

    private int peek(int position) {
        if (position >= length) {
            return END;
        }
        int[] wide = points;
        return wide == null ? units.charAt(position) : wide[position];
    }

    private void skipSpaces() {
        int point = peek(at);
        while (point == ' ' || point == '\n' || point == '\t' || point == '\r') {
            point = peek(++at);
        }
    }

    private @Nullable Object value() {
        return switch (peek(at)) {
            case '"' -> {
                at++;
                yield string(false);
            }
            case '{' -> object();
            case '[' -> array();
            case 'n' -> word("null", null);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'N' -> word("NaN", Double.NaN);
            case 'I' -> word("Infinity", Double.POSITIVE_INFINITY);
            default -> number();
        };
    }

    private boolean has(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (peek(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!has(word)) {
            throw fail("Expecting value", at);
        }
        at += word.length();
        return value;
    }

    private Dict object() {
        Dict dict = new Dict();
        at++;
        skipSpaces();
        if (peek(at) == '}') {
            at++;
            return dict;
        }
        while (true) {
            if (peek(at) != '"') {
                throw fail("Expecting property name enclosed in double quotes", at);
            }
            at++;
            CharSequence key = string(true);
            skipSpaces();
            if (peek(at) != ':') {
                throw fail("Expecting ':' delimiter", at);
            }
            at++;
            skipSpaces();
            dict.__setitem__(key, value());
            if (ended('}', "Illegal trailing comma before end of object")) {
                return dict;
            }
        }
    }

    private ObjectList array() {
        ObjectList list = new ObjectList();
        at++;
        skipSpaces();
        if (peek(at) == ']') {
            at++;
            return list;
        }
        do {
            list.append(value());
        } while (!ended(']', "Illegal trailing comma before end of array"));
        return list;
    }

    /// Reads what is behind an item: true for the bracket, false for a comma.
    private boolean ended(char bracket, String trailing) {
        skipSpaces();
        int point = peek(at);
        if (point == bracket) {
            at++;
            return true;
        }
        if (point != ',') {
            throw fail("Expecting ',' delimiter", at);
        }
        int comma = at++;
        skipSpaces();
        if (peek(at) == bracket) {
            throw fail(trailing, comma);
        }
        return false;
    }

    /// The string whose opening quote was read.
    private CharSequence string(boolean isKey) {
        int begin = at;
        int next = plainEnd(begin, begin - 1);
        if (peek(next) == '"') {
            at = next + 1;
            return isKey && points == null ? key(begin, next) : Text.part(document, begin, next);
        }
        TextBuilder text = new TextBuilder(next - begin + 16);
        int from = begin;
        while (true) {
            if (next > from) {
                text.append(Text.part(document, from, next));
            }
            if (peek(next) == '"') {
                at = next + 1;
                return text.build();
            }
            from = escape(next + 1, begin - 1, text);
            next = plainEnd(from, begin - 1);
        }
    }

    /// A key of the document, one object however often it stands there.
    private String key(int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + units.charAt(i);
        }
        int slot = (hash ^ hash >>> 15) & KEYS_KEPT - 1;
        String kept = keys[slot];
        if (kept != null
                && kept.length() == to - from
                && units.regionMatches(from, kept, 0, to - from)) {
            return kept;
        }
        String key = units.substring(from, to);
        keys[slot] = key;
        return key;
    }

    /// Where the next quote or backslash is.
    private int plainEnd(int from, int quote) {
        int i = from;
        int[] wide = points;
        while (i < length) {
            int point = wide == null ? units.charAt(i) : wide[i];
            if (point == '"' || point == '\\') {
                return i;
            }
            if (point <= 0x1F) {
                throw fail("Invalid control character at", i);
            }
            i++;
        }
        throw fail("Unterminated string starting at", quote);
    }

    /// Reads the escape whose backslash is before `letter`; gives where it ends.
    private int escape(int letter, int quote, TextBuilder text) {
        int point = peek(letter);
        int meant =
                switch (point) {
                    case END -> throw fail("Unterminated string starting at", quote);
                    case '"', '\\', '/' -> point;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'u' -> END;
                    default -> throw fail("Invalid \\escape", letter - 1);
                };
        if (meant != END) {
            text.append((char) meant);
            return letter + 1;
        }
        int end = letter + 5;
        if (end >= length) {
            throw fail("Invalid \\uXXXX escape", letter);
        }
        int unit = hex(letter + 1);
        boolean another =
                Character.isHighSurrogate((char) unit)
                        && end + 6 < length
                        && peek(end) == '\\'
                        && peek(end + 1) == 'u';
        if (another) {
            int low = hex(end + 2);
            if (Character.isLowSurrogate((char) low)) {
                text.appendPoint(Character.toCodePoint((char) unit, (char) low));
                return end + 6;
            }
        }
        text.appendPoint(unit);
        return end;
    }

    private int hex(int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int point = peek(i);
            int digit = point < 128 ? Character.digit(point, 16) : -1;
            if (digit < 0) {
                throw fail("Invalid \\uXXXX escape", from - 1);
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private int digitsEnd(int from) {
        int i = from;
        while (isDigit(peek(i))) {
            i++;
        }
        return i;
    }

    private Object number() {
        int start = at;
        boolean negative = peek(start) == '-';
        int first = negative ? start + 1 : start;
        int point = peek(first);
        if (!isDigit(point)) {
            if (negative && has("-Infinity")) {
                at += "-Infinity".length();
                return Double.NEGATIVE_INFINITY;
            }
            throw fail("Expecting value", start);
        }
        int end = point == '0' ? first + 1 : digitsEnd(first + 1);
        boolean whole = true;
        if (peek(end) == '.' && isDigit(peek(end + 1))) {
            whole = false;
            end = digitsEnd(end + 2);
        }
        int exponent = peek(end);
        if (exponent == 'e' || exponent == 'E') {
            int sign = peek(end + 1);
            int digits = sign == '+' || sign == '-' ? end + 2 : end + 1;
            if (isDigit(peek(digits))) {
                whole = false;
                end = digitsEnd(digits + 1);
            }
        }
        at = end;
        return whole ? whole(first, end, negative) : real(start, end);
    }

    private Object whole(int first, int end, boolean negative) {
        if (end - first > 18) {
            CharSequence digits = Text.part(document, negative ? first - 1 : first, end);
            return Ints.parse(digits);
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            value = value * 10 + (peek(i) - '0');
        }
        return negative ? -value : value;
    }

    private Object real(int start, int end) {
        return Double.parseDouble(Text.part(document, start, end).toString());
    }
}
