package krait.runtime.re;

import krait.runtime.SystemError;
import krait.runtime.Text;

/// Matches a [Program] at a place of a subject, or looks for one.
public final class Matcher {
    private final Program program;
    private final Subject subject;
    private final int end;
    private final Backtracker backtracker;
    private int start;
    private int matchEnd;
    private boolean mustAdvance;

    /// @param end where the subject ends for this match
    Matcher(Program program, Subject subject, int start, int end) {
        this.program = program;
        this.subject = subject;
        this.start = start;
        this.end = end;
        this.backtracker = new Backtracker(program, subject, end);
    }

    /// Where the match begins.
    public int start() {
        return start;
    }

    /// Where the match ends.
    public int matchEnd() {
        return matchEnd;
    }

    /// The number of the group that was closed last, or -1.
    public int lastGroup() {
        return backtracker.lastGroup();
    }

    /// Goes on behind the match, where an empty one must not be found again.
    public void proceed() {
        mustAdvance = matchEnd == start;
        start = matchEnd;
    }

    private boolean run(boolean whole, boolean notEmpty) {
        boolean found = backtracker.run(start, whole, notEmpty);
        matchEnd = backtracker.at();
        return found;
    }

    /// Whether the pattern matches at the start.
    public boolean match() {
        return run(false, false);
    }

    /// Whether the pattern matches from the start to the end.
    public boolean fullMatch() {
        return run(true, false);
    }

    /// Looks for the first match from the start on.
    public boolean search() {
        if (start > end || end - start < program.minWidth) {
            return false;
        }
        if (!program.prefix.isEmpty()) {
            return searchPrefix();
        }
        if (program.first != null) {
            return searchFirst(program.first);
        }
        if (run(false, mustAdvance)) {
            return true;
        }
        mustAdvance = false;
        while (start < end && program.anchor != SearchHint.Anchor.STRING) {
            start++;
            if (program.anchor == SearchHint.Anchor.LINE) {
                int newline = subject.indexOf('\n', start - 1, end);
                if (newline < 0) {
                    return false;
                }
                start = newline + 1;
            }
            if (run(false, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean searchPrefix() {
        mustAdvance = false;
        CharSequence prefix = program.prefix;
        int found = subject.find(prefix, start, end);
        while (found >= 0) {
            start = found;
            if (program.isPrefixAll) {
                matchEnd = found + Text.length(prefix);
                backtracker.finish(matchEnd);
                return true;
            }
            if (run(false, false)) {
                return true;
            }
            found = subject.find(prefix, found + 1, end);
        }
        return false;
    }

    private boolean searchFirst(FirstPoints first) {
        mustAdvance = false;
        for (int i = start; i < end; i++) {
            if (first.has(subject.at(i))) {
                start = i;
                if (run(false, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The places of the match and its groups, two each; -1 for a group that has none.
    public int[] places() {
        int[] places = new int[program.groups * 2 + 2];
        places[0] = start;
        places[1] = matchEnd;
        for (int i = 0; i < program.groups * 2; i += 2) {
            places[i + 2] = backtracker.mark(i);
            places[i + 3] = backtracker.mark(i + 1);
            if (places[i + 2] > places[i + 3]) {
                throw new SystemError(
                        "The span of capturing group is wrong, please report a bug for the re"
                                + " module.");
            }
        }
        return places;
    }
}
