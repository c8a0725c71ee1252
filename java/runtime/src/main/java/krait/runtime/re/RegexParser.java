package krait.runtime.re;

import static krait.runtime.re.PatternReader.END;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import krait.runtime.OverflowError;
import krait.runtime.Text;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.re.Node.Anchor;
import krait.runtime.re.Node.Mode;
import krait.runtime.re.Node.Sequence;
import krait.runtime.re.Node.Width;
import org.jspecify.annotations.Nullable;

/// From a pattern to its tree. Faults have CPython's words and places.
final class RegexParser {
    private static final int GROUPS_MAX = 1_073_741_823;
    private static final int NO_GROUP = -1;

    private final PatternReader reader;
    private final EscapeParser escapes;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<@Nullable Width> widths = new ArrayList<>();
    private final Map<Integer, Integer> laterGroups = new HashMap<>();
    private int flags;
    private int groupsBeforeLookbehind = NO_GROUP;

    /// Whether the construct that was read last set flags for the whole pattern.
    private boolean setGlobalFlags;

    /// A parsed pattern.
    ///
    /// @param flags those given and those at its start
    /// @param groups how many there are
    /// @param names numbers of groups by name
    record Parsed(Sequence tree, int flags, int groups, Map<String, Integer> names) {}

    private RegexParser(CharSequence pattern, boolean isText, int flags) {
        this.reader = new PatternReader(pattern, isText);
        this.escapes = new EscapeParser(reader);
        this.flags = flags;
        widths.add(null);
    }

    /// @param isText false for bytes, given in Latin-1
    static Parsed parse(CharSequence pattern, boolean isText, int flags) {
        RegexParser parser = new RegexParser(pattern, isText, flags);
        Sequence tree = parser.alternatives((flags & Flags.VERBOSE) != 0, 0);
        parser.fixFlags();
        if (parser.reader.peek() != END) {
            throw parser.reader.fault("unbalanced parenthesis", 0);
        }
        for (Map.Entry<Integer, Integer> later : parser.laterGroups.entrySet()) {
            if (later.getKey() >= parser.widths.size()) {
                throw new PatternFault(
                        "invalid group reference " + later.getKey(), later.getValue());
            }
        }
        return new Parsed(tree, parser.flags, parser.widths.size() - 1, parser.names);
    }

    private void fixFlags() {
        if (reader.isText()) {
            if ((flags & Flags.LOCALE) != 0) {
                throw new ValueError("cannot use LOCALE flag with a str pattern");
            }
            if ((flags & Flags.ASCII) == 0) {
                flags |= Flags.UNICODE;
            } else if ((flags & Flags.UNICODE) != 0) {
                throw new ValueError("ASCII and UNICODE flags are incompatible");
            }
        } else {
            if ((flags & Flags.UNICODE) != 0) {
                throw new ValueError("cannot use UNICODE flag with a bytes pattern");
            }
            if ((flags & Flags.LOCALE) != 0 && (flags & Flags.ASCII) != 0) {
                throw new ValueError("ASCII and LOCALE flags are incompatible");
            }
        }
    }

    private Sequence alternatives(boolean verboseFirst, int depth) {
        boolean verbose = verboseFirst;
        List<Sequence> items = new ArrayList<>();
        while (true) {
            items.add(sequence(verbose, depth == 0 && items.isEmpty(), depth));
            if (!reader.match('|')) {
                break;
            }
            if (depth == 0) {
                verbose = (flags & Flags.VERBOSE) != 0;
            }
        }
        return items.size() == 1 ? items.getFirst() : Alternatives.joined(items);
    }

    private Sequence sequence(boolean verboseFirst, boolean first, int depth) {
        boolean verbose = verboseFirst;
        List<Node> items = new ArrayList<>();
        while (true) {
            int point = reader.peek();
            if (point == END || point == '|' || point == ')') {
                break;
            }
            int escaped = reader.escaped();
            reader.next();
            if (verbose && isBlank(point)) {
                continue;
            }
            if (verbose && point == '#') {
                skipLine();
                continue;
            }
            switch (point) {
                case '\\' -> items.add(escape(escaped));
                case '[' -> items.add(set());
                case '*', '+', '?', '{' -> repeat(point, items);
                case '.' -> items.add(new Node.Any());
                case '^' -> items.add(new Node.At(Anchor.BEGINNING));
                case '$' -> items.add(new Node.At(Anchor.END));
                case '(' -> {
                    Node group = group(verbose, first && items.isEmpty(), depth);
                    if (group != null) {
                        items.add(group);
                    } else {
                        verbose = setGlobalFlags ? (flags & Flags.VERBOSE) != 0 : verbose;
                    }
                }
                default -> items.add(new Node.Literal(point, false));
            }
        }
        return new Sequence(unpacked(items));
    }

    private static boolean isBlank(int point) {
        return point == ' ' || (point >= '\t' && point <= '\r');
    }

    private void skipLine() {
        int point;
        do {
            point = reader.next();
        } while (point != END && point != '\n');
    }

    /// Groups that do nothing but group are no nodes.
    private static List<Node> unpacked(List<Node> items) {
        List<Node> unpacked = new ArrayList<>(items.size());
        for (Node item : items) {
            if (isPlainGroup(item)) {
                unpacked.addAll(((Node.Group) item).body().items());
            } else {
                unpacked.add(item);
            }
        }
        return unpacked;
    }

    private static boolean isPlainGroup(Node node) {
        return node instanceof Node.Group(int number, int added, int removed, Sequence _)
                && number == 0
                && added == 0
                && removed == 0;
    }

    private boolean isOpenOrUnknown(int group) {
        return group >= widths.size() || widths.get(group) == null;
    }

    private void checkLookbehind(int group) {
        if (groupsBeforeLookbehind != NO_GROUP) {
            if (isOpenOrUnknown(group)) {
                throw reader.fault("cannot refer to an open group", 0);
            }
            if (group >= groupsBeforeLookbehind) {
                throw reader.fault(
                        "cannot refer to group defined in the same lookbehind subpattern", 0);
            }
        }
    }

    private Node backreference(int group, int before) {
        if (isOpenOrUnknown(group)) {
            throw reader.fault("cannot refer to an open group", before);
        }
        checkLookbehind(group);
        Width width = widths.get(group);
        return new Node.Backreference(group, width == null ? Width.NONE : width);
    }

    private Node escape(int escaped) {
        if (escaped < '1' || escaped > '9') {
            return escapes.outsideSet(escaped);
        }
        StringBuilder digits = new StringBuilder().append((char) escaped);
        if (PatternReader.isDigit(reader.peek(), 10)) {
            digits.append((char) reader.next());
            boolean octal =
                    PatternReader.isDigit(digits.charAt(0), 8)
                            && PatternReader.isDigit(digits.charAt(1), 8)
                            && PatternReader.isDigit(reader.peek(), 8);
            if (octal) {
                digits.append((char) reader.next());
                return new Node.Literal(escapes.octal(digits), false);
            }
        }
        int group = Integer.parseInt(digits.toString());
        if (group >= widths.size()) {
            throw reader.fault("invalid group reference " + group, digits.length());
        }
        return backreference(group, digits.length() + 1);
    }

    private Node set() {
        int start = reader.tell() - 1;
        boolean negated = reader.match('^');
        List<Node.SetItem> items = new ArrayList<>();
        while (true) {
            SetMember member = member(start);
            if (member.point() == ']' && !items.isEmpty()) {
                break;
            }
            if (!reader.match('-')) {
                items.add(member.item());
                continue;
            }
            SetMember last = member(start);
            if (last.point() == ']') {
                items.add(member.item());
                items.add(new Node.Range('-', '-'));
                break;
            }
            items.add(range(member, last));
        }
        List<Node.SetItem> distinct = items.stream().distinct().toList();
        if (distinct.size() == 1
                && distinct.getFirst() instanceof Node.Range(int from, int to)
                && from == to) {
            return new Node.Literal(from, negated);
        }
        return new Node.OneOf(negated, distinct);
    }

    /// What stands in a set.
    ///
    /// @param point the code point when it is written as itself, else END
    /// @param source as it was written when the reader came upon it
    private record SetMember(int point, CharSequence source, Node.SetItem item) {}

    private SetMember member(int start) {
        int escaped = reader.escaped();
        int point = reader.next();
        if (point == END) {
            throw reader.fault("unterminated character set", reader.tell() - start);
        }
        if (point == '\\') {
            CharSequence source = Text.__add__("\\", Text.ofPoint(escaped));
            return new SetMember(END, source, escapes.insideSet(escaped));
        }
        return new SetMember(point, Text.ofPoint(point), new Node.Range(point, point));
    }

    private Node.SetItem range(SetMember from, SetMember to) {
        if (from.item() instanceof Node.Range(int first, int _)
                && to.item() instanceof Node.Range(int last, int _)
                && first <= last) {
            return new Node.Range(first, last);
        }
        CharSequence shown = Text.__add__(Text.__add__(from.source(), "-"), to.source());
        throw reader.fault(Text.__add__("bad character range ", shown), Text.length(shown));
    }

    private void repeat(int sign, List<Node> items) {
        int here = reader.tell();
        long min = sign == '+' ? 1 : 0;
        long max = sign == '?' ? 1 : Node.UNBOUNDED;
        if (sign == '{') {
            if (reader.peek() == '}') {
                items.add(new Node.Literal('{', false));
                return;
            }
            StringBuilder low = new StringBuilder();
            StringBuilder high = new StringBuilder();
            reader.digits(low, Integer.MAX_VALUE, 10);
            if (reader.match(',')) {
                reader.digits(high, Integer.MAX_VALUE, 10);
            } else {
                high = low;
            }
            if (!reader.match('}')) {
                items.add(new Node.Literal('{', false));
                reader.seek(here);
                return;
            }
            min = low.isEmpty() ? min : times(low);
            max = high.isEmpty() ? max : times(high);
            if (max < min) {
                throw reader.fault("min repeat greater than max repeat", reader.tell() - here);
            }
        }
        Node item = items.isEmpty() ? null : items.getLast();
        if (item == null || item instanceof Node.At) {
            throw reader.fault("nothing to repeat", reader.tell() - here + 1);
        }
        if (item instanceof Node.Repeat) {
            throw reader.fault("multiple repeat", reader.tell() - here + 1);
        }
        Sequence body =
                isPlainGroup(item) ? ((Node.Group) item).body() : new Sequence(List.of(item));
        Mode mode =
                reader.match('?') ? Mode.LAZY : reader.match('+') ? Mode.POSSESSIVE : Mode.GREEDY;
        items.set(items.size() - 1, new Node.Repeat(min, max, mode, body));
    }

    private static long times(StringBuilder digits) {
        String significant = digits.toString().replaceFirst("^0+(?=.)", "");
        long times = significant.length() > 10 ? Long.MAX_VALUE : Long.parseLong(significant);
        if (times >= Node.UNBOUNDED) {
            throw new OverflowError("the repetition number is too large");
        }
        return times;
    }

    /// What a parenthesis opens; null when it leaves no node.
    private @Nullable Node group(boolean verbose, boolean first, int depth) {
        int start = reader.tell() - 1;
        setGlobalFlags = false;
        if (!reader.match('?')) {
            return captured(null, verbose, depth, start);
        }
        int escaped = reader.escaped();
        int kind = reader.next();
        switch (kind) {
            case END -> throw reader.fault("unexpected end of pattern", 0);
            case 'P' -> {
                return extension(verbose, depth, start);
            }
            case ':' -> {
                return new Node.Group(0, 0, 0, body(verbose, depth, start));
            }
            case '#' -> {
                skipComment(start);
                return null;
            }
            case '=', '!' -> {
                return look(false, kind == '!', verbose, depth, start);
            }
            case '<' -> {
                return lookbehind(verbose, depth, start);
            }
            case '(' -> {
                return conditional(verbose, depth, start);
            }
            case '>' -> {
                return new Node.Atomic(body(verbose, depth, start));
            }
            default -> {
                if (kind != '-' && Flags.ofLetter(kind) == 0) {
                    throw unknownExtension("?", kind, escaped);
                }
            }
        }
        FlagsParser scope = new FlagsParser(reader);
        if (scope.parse(kind)) {
            flags |= scope.added();
            if (!first) {
                throw reader.fault(
                        "global flags not at the start of the expression", reader.tell() - start);
            }
            setGlobalFlags = true;
            return null;
        }
        int added = scope.added();
        int removed = scope.removed();
        boolean inner = (verbose || (added & Flags.VERBOSE) != 0) && (removed & Flags.VERBOSE) == 0;
        return new Node.Group(0, added, removed, body(inner, depth, start));
    }

    private PatternFault unknownExtension(String prefix, int kind, int escaped) {
        CharSequence shown = Text.ofPoint(kind);
        if (kind == '\\') {
            shown = Text.__add__(shown, Text.ofPoint(escaped));
        }
        int before = Text.length(shown) + prefix.length();
        return reader.fault(Text.__add__("unknown extension " + prefix, shown), before);
    }

    /// The rest of a group behind what its opening says, with the closing parenthesis.
    private Sequence body(boolean verbose, int depth, int start) {
        Sequence body = alternatives(verbose, depth + 1);
        close(start);
        return body;
    }

    private void close(int start) {
        if (!reader.match(')')) {
            throw reader.fault("missing ), unterminated subpattern", reader.tell() - start);
        }
    }

    private Node captured(@Nullable CharSequence name, boolean verbose, int depth, int start) {
        int number = widths.size();
        if (number >= GROUPS_MAX) {
            throw reader.fault("too many groups", 0);
        }
        widths.add(null);
        if (name != null) {
            Integer before = names.putIfAbsent(name.toString(), number);
            if (before != null) {
                CharSequence shown = Text.__add__("redefinition of group name ", Values.repr(name));
                String numbers = " as group " + number + "; was group " + before;
                throw reader.fault(Text.__add__(shown, numbers), Text.length(name) + 1);
            }
        }
        Sequence body = body(verbose, depth, start);
        widths.set(number, Node.width(body));
        return new Node.Group(number, 0, 0, body);
    }

    /// What begins with `(?P`.
    private Node extension(boolean verbose, int depth, int start) {
        if (reader.match('<')) {
            CharSequence name = reader.until('>', "group name");
            reader.checkGroupName(name, 1);
            return captured(name, verbose, depth, start);
        }
        if (reader.match('=')) {
            CharSequence name = reader.until(')', "group name");
            reader.checkGroupName(name, 1);
            return backreference(named(name), Text.length(name) + 1);
        }
        int escaped = reader.escaped();
        int kind = reader.next();
        if (kind == END) {
            throw reader.fault("unexpected end of pattern", 0);
        }
        throw unknownExtension("?P", kind, escaped);
    }

    private int named(CharSequence name) {
        Integer group = names.get(name.toString());
        if (group == null) {
            throw reader.fault(
                    Text.__add__("unknown group name ", Values.repr(name)), Text.length(name) + 1);
        }
        return group;
    }

    private void skipComment(int start) {
        while (true) {
            if (reader.peek() == END) {
                throw reader.fault("missing ), unterminated comment", reader.tell() - start);
            }
            if (reader.next() == ')') {
                return;
            }
        }
    }

    private Node lookbehind(boolean verbose, int depth, int start) {
        int escaped = reader.escaped();
        int kind = reader.next();
        if (kind == END) {
            throw reader.fault("unexpected end of pattern", 0);
        }
        if (kind != '=' && kind != '!') {
            throw unknownExtension("?<", kind, escaped);
        }
        boolean outermost = groupsBeforeLookbehind == NO_GROUP;
        if (outermost) {
            groupsBeforeLookbehind = widths.size();
        }
        Node look = look(true, kind == '!', verbose, depth, start);
        if (outermost) {
            groupsBeforeLookbehind = NO_GROUP;
        }
        return look;
    }

    private Node look(boolean behind, boolean negated, boolean verbose, int depth, int start) {
        Sequence body = alternatives(verbose, depth + 1);
        close(start);
        return negated && body.isEmpty()
                ? new Node.Failure()
                : new Node.Look(behind, negated, body);
    }

    private Node conditional(boolean verbose, int depth, int start) {
        CharSequence name = reader.until(')', "group name");
        int length = Text.length(name);
        int group;
        if (Text.isdecimal(name) && Text.isascii(name)) {
            String digits = name.toString().replaceFirst("^0+(?=.)", "");
            group = digits.length() > 10 ? GROUPS_MAX : (int) Long.parseLong(digits);
            if (group == 0) {
                throw reader.fault("bad group number", length + 1);
            }
            if (digits.length() > 10 || Long.parseLong(digits) >= GROUPS_MAX) {
                throw reader.fault("invalid group reference " + digits, length + 1);
            }
            laterGroups.putIfAbsent(group, reader.tell() - length - 1);
        } else {
            reader.checkGroupName(name, 1);
            group = named(name);
        }
        checkLookbehind(group);
        Sequence yes = sequence(verbose, false, depth + 1);
        Sequence no = null;
        if (reader.match('|')) {
            no = sequence(verbose, false, depth + 1);
            if (reader.peek() == '|') {
                throw reader.fault("conditional backref with more than two branches", 0);
            }
        }
        close(start);
        return new Node.Conditional(group, yes, no);
    }
}
