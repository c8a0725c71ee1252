package krait.runtime.re;

import java.util.Map;
import java.util.Set;
import krait.runtime.RecursionError;

/// A compiled pattern. It is immutable: matching happens in a [Matcher].
public final class Regex {
    private final Program program;
    private final int flags;
    private final Map<String, Integer> names;

    private Regex(Program program, int flags, Map<String, Integer> names) {
        this.program = program;
        this.flags = flags;
        this.names = names;
    }

    /// Compiles a pattern; throws [PatternFault] when it is none.
    ///
    /// @param isText false for bytes, given in Latin-1
    public static Regex compile(CharSequence pattern, boolean isText, int flags) {
        try {
            RegexParser.Parsed parsed = RegexParser.parse(pattern, isText, flags);
            return new Regex(RegexCompiler.compile(parsed), parsed.flags(), parsed.names());
        } catch (StackOverflowError e) {
            throw new RecursionError("maximum recursion depth exceeded");
        }
    }

    /// The groups of a text pattern, as far as they are known before anything is matched.
    public static Groups groupsOf(CharSequence pattern, boolean verbose) {
        RegexParser.Parsed parsed = RegexParser.parse(pattern, true, verbose ? Flags.VERBOSE : 0);
        Set<Integer> certain = Participation.certain(parsed.tree());
        certain.remove(0);
        return new Groups(parsed.groups(), certain.size() == parsed.groups());
    }

    /// How many groups there are.
    ///
    /// @param certain whether each has a value in every match
    public record Groups(int count, boolean certain) {}

    /// All flags that hold.
    public int flags() {
        return flags;
    }

    /// How many groups there are.
    public int groups() {
        return program.groups;
    }

    /// The numbers of groups by name, in the order of the pattern.
    public Map<String, Integer> names() {
        return names;
    }

    /// A matcher for a part of a subject.
    public Matcher matcher(Subject subject, long start, long end) {
        int length = subject.length();
        int from = Math.clamp(start, 0, length);
        int to = Math.clamp(end, 0, length);
        return new Matcher(program, subject, from, to);
    }
}
