package krait.runtime.re;

import java.util.Arrays;
import krait.runtime.MemoryError;

/// What backtracking goes back to.
///
/// Choices wait on a stack of ints in frames of [#FRAME] words, below each of which stands a copy
/// of the groups where one is due; the counters of repetitions are restored by smaller frames.
/// Behind an atomic part or a look-around the frames of its inside are dropped.
abstract class Frames {
    static final int FIRST_STACK = 96;
    static final int NONE = -1;

    // a frame, from its top downwards
    static final int KIND = 1;
    static final int PC = 2;
    static final int AT = 3;
    static final int LAST_MARK = 4;
    static final int LAST_INDEX = 5;
    static final int COUNT = 6;
    static final int LAST = 7;
    static final int SAVED = 8;
    static final int FRAME = 8;

    // the smaller frame, which only restores counters
    static final int KIND_COUNTERS = 0;
    static final int COUNTERS_ID = 2;
    static final int COUNTERS_COUNT = 3;
    static final int COUNTERS_LAST = 4;
    static final int COUNTERS_FRAME = 4;

    static final int KIND_BRANCH = 1;
    static final int KIND_GREEDY_UNIT = 2;
    static final int KIND_LAZY_UNIT = 3;
    static final int KIND_GREEDY_UNTIL = 4;
    static final int KIND_LAZY_UNTIL = 5;
    static final int KIND_POSSESSIVE = 6;
    static final int KIND_NOT_LOOK = 7;

    final int[] marks;
    int lastMark = NONE;
    int lastIndex = NONE;

    // of each repetition or atomic part, by its id
    final int[] counts;
    final int[] lasts;
    final int[] barriers;

    int[] stack = new int[FIRST_STACK];
    int top;

    Frames(Program program) {
        this.marks = new int[program.groups * 2];
        this.counts = new int[program.registers];
        this.lasts = new int[program.registers];
        this.barriers = new int[program.registers];
    }

    /// The number of the group that was closed last, or -1.
    final int lastGroup() {
        return lastIndex;
    }

    /// The place of a mark, two for each group from 0 on, or -1.
    final int mark(int index) {
        int first = index & ~1;
        return first + 1 <= lastMark && marks[first] >= 0 && marks[first + 1] >= 0
                ? marks[index]
                : NONE;
    }

    final void forget() {
        lastMark = NONE;
        lastIndex = NONE;
        top = 0;
    }

    /// Puts a mark, and takes back those between that were not put.
    final void setMark(int mark, int position) {
        if ((mark & 1) != 0) {
            lastIndex = mark / 2 + 1;
        }
        if (mark > lastMark) {
            for (int i = lastMark + 1; i < mark; i++) {
                marks[i] = NONE;
            }
            lastMark = mark;
        }
        marks[mark] = position;
    }

    final void push(int kind, int framePc, int position, boolean saveMarks) {
        int saved = saveMarks ? lastMark + 1 : 0;
        reserve(saved + FRAME);
        System.arraycopy(marks, 0, stack, top, saved);
        top += saved + FRAME;
        stack[top - SAVED] = saved;
        stack[top - LAST_INDEX] = lastIndex;
        stack[top - LAST_MARK] = lastMark;
        stack[top - AT] = position;
        stack[top - PC] = framePc;
        stack[top - KIND] = kind;
    }

    final void pushCounters(int id) {
        reserve(COUNTERS_FRAME);
        top += COUNTERS_FRAME;
        stack[top - COUNTERS_LAST] = lasts[id];
        stack[top - COUNTERS_COUNT] = counts[id];
        stack[top - COUNTERS_ID] = id;
        stack[top - KIND] = KIND_COUNTERS;
    }

    private void reserve(int words) {
        if (top + words > stack.length) {
            long grown = Math.max(stack.length * 2L, (long) top + words);
            if (grown > Integer.MAX_VALUE - 8) {
                throw new MemoryError();
            }
            stack = Arrays.copyOf(stack, (int) grown);
        }
    }

    final void restore() {
        lastIndex = stack[top - LAST_INDEX];
        lastMark = stack[top - LAST_MARK];
        int saved = stack[top - SAVED];
        System.arraycopy(stack, top - FRAME - saved, marks, 0, saved);
    }

    final void drop() {
        top -= FRAME + stack[top - SAVED];
    }
}
