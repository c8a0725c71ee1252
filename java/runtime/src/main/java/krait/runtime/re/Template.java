package krait.runtime.re;

import static krait.runtime.re.PatternReader.END;

import java.util.ArrayList;
import java.util.List;
import krait.runtime.IndexError;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Values;

/// What `sub` and `expand` put for a match: literal parts and groups.
public final class Template {
    private static final int GROUPS_MAX = 1_073_741_823;

    private sealed interface Part {}

    private record Literal(CharSequence text) implements Part {}

    private record Group(int number) implements Part {}

    private final List<Part> parts = new ArrayList<>();
    private final PatternReader reader;
    private final EscapeParser escapes;
    private final Regex regex;
    private TextBuilder literal = new TextBuilder();

    private Template(CharSequence source, boolean isText, Regex regex) {
        this.reader = new PatternReader(source, isText);
        this.escapes = new EscapeParser(reader);
        this.regex = regex;
    }

    /// Reads a template; throws [PatternFault] when it is none.
    ///
    /// @param isText false for bytes, given in Latin-1
    public static Template parse(CharSequence source, boolean isText, Regex regex) {
        Template template = new Template(source, isText, regex);
        template.parse();
        return template;
    }

    /// Appends what the template is for a match; groups without a place are empty.
    ///
    /// @param places as [Matcher#places()] gives them
    public void expand(TextBuilder into, Subject subject, int[] places) {
        for (Part part : parts) {
            switch (part) {
                case Literal(CharSequence text) -> into.append(text);
                case Group(int number) -> {
                    int from = places[number * 2];
                    if (from >= 0) {
                        into.append(subject.part(from, places[number * 2 + 1]));
                    }
                }
            }
        }
    }

    private void parse() {
        while (reader.peek() != END) {
            int escaped = reader.escaped();
            int point = reader.next();
            if (point == '\\') {
                escape(escaped);
            } else {
                literal.appendPoint(point);
            }
        }
        addLiteral();
    }

    private void addLiteral() {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.build()));
            literal = new TextBuilder();
        }
    }

    private void addGroup(long number, int before) {
        if (number > regex.groups()) {
            throw reader.fault("invalid group reference " + number, before);
        }
        addLiteral();
        parts.add(new Group((int) number));
    }

    private void escape(int escaped) {
        if (escaped == 'g') {
            named();
        } else if (escaped == '0') {
            StringBuilder digits = new StringBuilder("0");
            reader.digits(digits, 2, 8);
            literal.appendPoint(Integer.parseInt(digits.toString(), 8) & 0xFF);
        } else if (PatternReader.isDigit(escaped, 10)) {
            numbered(escaped);
        } else if (EscapeParser.simple(escaped) != END) {
            literal.appendPoint(EscapeParser.simple(escaped));
        } else if (EscapeParser.isAsciiLetter(escaped)) {
            throw reader.fault("bad escape \\" + (char) escaped, 2);
        } else {
            literal.append('\\').appendPoint(escaped);
        }
    }

    private void named() {
        if (!reader.match('<')) {
            throw reader.fault("missing <", 0);
        }
        CharSequence name = reader.until('>', "group name");
        int length = Text.length(name);
        if (!Text.isdecimal(name) || !Text.isascii(name)) {
            reader.checkGroupName(name, 1);
            Integer number = regex.names().get(name.toString());
            if (number == null) {
                throw new IndexError(Text.__add__("unknown group name ", Values.repr(name)));
            }
            addGroup(number, length + 1);
            return;
        }
        String digits = name.toString().replaceFirst("^0+(?=.)", "");
        if (digits.length() > 10 || Long.parseLong(digits) >= GROUPS_MAX) {
            throw reader.fault("invalid group reference " + digits, length + 1);
        }
        addGroup(Long.parseLong(digits), length + 1);
    }

    private void numbered(int first) {
        StringBuilder digits = new StringBuilder().append((char) first);
        if (PatternReader.isDigit(reader.peek(), 10)) {
            digits.append((char) reader.next());
            boolean octal =
                    PatternReader.isDigit(first, 8)
                            && PatternReader.isDigit(digits.charAt(1), 8)
                            && PatternReader.isDigit(reader.peek(), 8);
            if (octal) {
                digits.append((char) reader.next());
                literal.appendPoint(escapes.octal(digits));
                return;
            }
        }
        addGroup(Integer.parseInt(digits.toString()), digits.length());
    }
}
