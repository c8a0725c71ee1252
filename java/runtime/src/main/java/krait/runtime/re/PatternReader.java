package krait.runtime.re;

import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Values;

/// Reads a pattern or a template token by token: a code point, or a backslash with the one behind.
final class PatternReader {
    static final int END = -1;

    private final CharSequence text;
    private final boolean isText;
    private final int length;
    private int index;
    private int point;
    private int escaped;

    /// @param isText false for bytes, given in Latin-1
    PatternReader(CharSequence text, boolean isText) {
        this.text = text;
        this.isText = isText;
        this.length = Text.length(text);
        advance();
    }

    boolean isText() {
        return isText;
    }

    private void advance() {
        escaped = END;
        if (index >= length) {
            point = END;
            return;
        }
        point = Text.at(text, index++);
        if (point == '\\') {
            if (index >= length) {
                throw new PatternFault("bad escape (end of pattern)", length - 1);
            }
            escaped = Text.at(text, index++);
        }
    }

    /// The next token when it is a single code point; a backslash stands for an escape.
    int peek() {
        return point;
    }

    /// Takes the next token; [#END] at the end. What a backslash escapes is in [#escaped()] before.
    int next() {
        int taken = point;
        advance();
        return taken;
    }

    /// What the next token escapes.
    int escaped() {
        return escaped;
    }

    boolean match(char wanted) {
        if (point != wanted) {
            return false;
        }
        advance();
        return true;
    }

    /// Where the next token begins.
    int tell() {
        return point == END ? index : escaped == END ? index - 1 : index - 2;
    }

    void seek(int position) {
        index = position;
        advance();
    }

    /// Appends up to so many digits of a radix.
    void digits(StringBuilder into, int count, int radix) {
        for (int i = 0; i < count && isDigit(point, radix); i++) {
            into.append((char) next());
        }
    }

    static boolean isDigit(int point, int radix) {
        return point >= 0 && point < 128 && Character.digit(point, radix) >= 0;
    }

    /// What is before the terminator, which is read too.
    CharSequence until(char terminator, String name) {
        TextBuilder found = new TextBuilder();
        while (true) {
            if (point == END) {
                if (found.length() == 0) {
                    throw fault("missing " + name, 0);
                }
                throw fault("missing " + terminator + ", unterminated name", found.length());
            }
            int behind = escaped;
            int taken = next();
            if (taken == terminator) {
                if (found.length() == 0) {
                    throw fault("missing " + name, 1);
                }
                return found.build();
            }
            found.appendPoint(taken);
            if (taken == '\\') {
                found.appendPoint(behind);
            }
        }
    }

    /// A fault so many code points before the next token.
    PatternFault fault(CharSequence reason, int before) {
        CharSequence shown =
                isText ? reason : Text.encode(reason, "ascii", "backslashreplace").decode();
        return new PatternFault(shown, tell() - before);
    }

    void checkGroupName(CharSequence name, int before) {
        if (!isText && !Text.isascii(name)) {
            CharSequence shown = Text.__add__("bad character in group name ", Values.ascii(name));
            throw fault(shown, Text.length(name) + before);
        }
        if (!Text.isidentifier(name)) {
            CharSequence shown = Text.__add__("bad character in group name ", Values.repr(name));
            throw fault(shown, Text.length(name) + before);
        }
    }
}
