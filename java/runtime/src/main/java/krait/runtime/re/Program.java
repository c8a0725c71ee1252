package krait.runtime.re;

import org.jspecify.annotations.Nullable;

/// A compiled pattern.
final class Program {
    /// Instructions of [Opcode].
    final int[] code;

    /// What [Opcode#SET] speaks of.
    final CodePointSet[] sets;

    /// How many groups there are.
    final int groups;

    /// How many repetitions and atomic parts there are, each with an id.
    final int registers;

    /// The least number of code points of a match.
    final long minWidth;

    /// What each match begins with.
    final CharSequence prefix;

    /// Whether the prefix is the whole pattern, without groups.
    final boolean isPrefixAll;

    /// Has the first code point of each match; null when nothing is known of it.
    final @Nullable FirstPoints first;

    /// Where alone a match can begin.
    final SearchHint.Anchor anchor;

    Program(
            int[] code,
            CodePointSet[] sets,
            int groups,
            int registers,
            long minWidth,
            SearchHint hint) {
        this.code = code;
        this.sets = sets;
        this.groups = groups;
        this.registers = registers;
        this.minWidth = minWidth;
        this.prefix = hint.prefix();
        this.isPrefixAll = hint.isPrefixAll() && groups == 0;
        this.first = hint.first().isEmpty() ? null : new FirstPoints(hint.first());
        this.anchor = hint.anchor();
    }
}
