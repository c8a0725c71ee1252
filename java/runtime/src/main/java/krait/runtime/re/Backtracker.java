package krait.runtime.re;

/// Runs a [Program] at a place of a subject.
final class Backtracker extends Frames {
    private final Program program;
    private final int[] code;
    private final Subject subject;
    private final int end;

    /// Where the instruction pointer and the subject's position go on after [#backtrack()].
    private int pc;

    private int at;

    /// @param end where the subject ends for this match
    Backtracker(Program program, Subject subject, int end) {
        super(program);
        this.program = program;
        this.code = program.code;
        this.subject = subject;
        this.end = end;
    }

    /// Where the match ends.
    int at() {
        return at;
    }

    /// Ends where the match ends that was found without running.
    void finish(int position) {
        forget();
        at = position;
    }

    /// Goes back to the latest choice with something left; false when there is none.
    private boolean backtrack() {
        while (top > 0) {
            int kind = stack[top - KIND];
            if (kind == KIND_COUNTERS) {
                int id = stack[top - COUNTERS_ID];
                counts[id] = stack[top - COUNTERS_COUNT];
                lasts[id] = stack[top - COUNTERS_LAST];
                top -= COUNTERS_FRAME;
                continue;
            }
            restore();
            pc = stack[top - PC];
            at = stack[top - AT];
            boolean goesOn =
                    switch (kind) {
                        case KIND_BRANCH -> nextAlternative();
                        case KIND_GREEDY_UNIT -> oneUnitLess();
                        case KIND_LAZY_UNIT -> oneUnitMore();
                        case KIND_GREEDY_UNTIL -> behindGreedy();
                        case KIND_LAZY_UNTIL -> onceMore();
                        case KIND_POSSESSIVE -> behindPossessive();
                        case KIND_NOT_LOOK -> behindNotLook();
                        default -> throw new IllegalStateException();
                    };
            if (goesOn) {
                return true;
            }
        }
        return false;
    }

    private boolean nextAlternative() {
        int next = stack[top - COUNT];
        int count = code[pc + 2];
        while (next < count) {
            int target = code[pc + 3 + next++];
            if (mayBegin(target)) {
                stack[top - COUNT] = next;
                pc = target;
                return true;
            }
        }
        drop();
        return false;
    }

    /// False when the code there begins with a code point that isn't at hand.
    private boolean mayBegin(int target) {
        return switch (code[target]) {
            case Opcode.CHAR -> at < end && subject.at(at) == code[target + 1];
            case Opcode.SET -> at < end && program.sets[code[target + 1]].has(subject.at(at));
            default -> true;
        };
    }

    private boolean oneUnitLess() {
        int least = stack[top - COUNT];
        int position = at - 1;
        int next = code[pc + 4];
        if (code[next] == Opcode.CHAR) {
            position = subject.lastIndexOf(code[next + 1], position, least, end);
        }
        if (position < least) {
            drop();
            return false;
        }
        stack[top - AT] = position;
        at = position;
        pc = next;
        return true;
    }

    private boolean oneUnitMore() {
        int left = stack[top - COUNT];
        if (left == 0 || at >= end || !unit(pc + 5, subject.at(at))) {
            drop();
            return false;
        }
        at++;
        takeUntilTail(left == Integer.MAX_VALUE ? left : left - 1);
        return true;
    }

    /// Leaves a lazy repetition for what is behind it, but takes units first where that begins with
    /// a code point that isn't at hand.
    ///
    /// @param most how many units may be taken
    private void takeUntilTail(int most) {
        int left = most;
        int next = code[pc + 4];
        if (code[next] == Opcode.CHAR) {
            int wanted = code[next + 1];
            while (at < end && left > 0) {
                int point = subject.at(at);
                if (point == wanted || !unit(pc + 5, point)) {
                    break;
                }
                at++;
                left = left == Integer.MAX_VALUE ? left : left - 1;
            }
        }
        stack[top - COUNT] = left;
        stack[top - AT] = at;
        pc = next;
    }

    private boolean behindGreedy() {
        int id = code[pc + 2];
        counts[id] = stack[top - COUNT];
        lasts[id] = stack[top - LAST];
        drop();
        pc += 6;
        return true;
    }

    private boolean onceMore() {
        drop();
        int id = code[pc + 2];
        int count = counts[id] + 1;
        int max = code[pc + 4];
        if ((count >= max && max != Integer.MAX_VALUE) || at == lasts[id]) {
            return false;
        }
        pushCounters(id);
        counts[id] = count;
        lasts[id] = at;
        pc = code[pc + 5];
        return true;
    }

    private boolean behindPossessive() {
        drop();
        pc = code[pc + 4];
        return true;
    }

    private boolean behindNotLook() {
        drop();
        pc = code[pc + 4];
        return true;
    }

    // instructions

    /// Whether the program matches at a position. Inside, false from a step means: go back.
    ///
    /// @param whole only a match to the end counts
    /// @param notEmpty an empty match does not count
    boolean run(int position, boolean whole, boolean notEmpty) {
        forget();
        pc = 0;
        at = position;
        while (true) {
            int opcode = code[pc];
            boolean matched;
            if (opcode <= Opcode.ANY_ALL) {
                matched = at < end && unit(pc, subject.at(at));
                at++;
                pc += opcode >= Opcode.ANY ? 1 : 2;
            } else if (opcode >= Opcode.AT_BEGINNING) {
                matched = isAt(opcode);
                pc++;
            } else if (opcode == Opcode.SUCCESS) {
                boolean refused = (whole && at != end) || (notEmpty && at == position);
                if (!refused) {
                    return true;
                }
                matched = false;
            } else {
                matched = step(opcode);
            }
            if (!matched && !backtrack()) {
                return false;
            }
        }
    }

    private boolean step(int opcode) {
        switch (opcode) {
            case Opcode.MARK -> setMark(code[pc + 1], at);
            case Opcode.JUMP -> pc = code[pc + 1];
            case Opcode.BRANCH -> {
                push(KIND_BRANCH, pc, at, code[pc + 1] != 0);
                stack[top - COUNT] = 0;
                return nextAlternative();
            }
            case Opcode.GREEDY_UNIT -> {
                return greedyUnit();
            }
            case Opcode.LAZY_UNIT -> {
                return lazyUnit();
            }
            case Opcode.POSSESSIVE_UNIT -> {
                int count = countUnits(code[pc + 3]);
                at += count;
                boolean enough = count >= code[pc + 2];
                pc = code[pc + 4];
                return enough;
            }
            case Opcode.REPEAT -> {
                int id = code[pc + 1];
                pushCounters(id);
                counts[id] = -1;
                lasts[id] = NONE;
                pc = code[pc + 2];
            }
            case Opcode.GREEDY_UNTIL -> greedyUntil();
            case Opcode.LAZY_UNTIL -> lazyUntil();
            default -> {
                return special(opcode);
            }
        }
        if (opcode == Opcode.MARK) {
            pc += 2;
        }
        return true;
    }

    private boolean special(int opcode) {
        switch (opcode) {
            case Opcode.POSSESSIVE -> {
                int id = code[pc + 1];
                barriers[id] = top;
                counts[id] = 0;
                lasts[id] = NONE;
                possess(pc);
            }
            case Opcode.POSSESSIVE_END -> {
                int repeat = code[pc + 1];
                int id = code[repeat + 1];
                top = barriers[id];
                counts[id]++;
                possess(repeat);
            }
            case Opcode.ATOMIC -> {
                barriers[code[pc + 1]] = top;
                pc += 2;
            }
            case Opcode.ATOMIC_END -> {
                top = barriers[code[pc + 1]];
                pc += 2;
            }
            case Opcode.LOOK -> {
                return look();
            }
            case Opcode.LOOK_END -> {
                int id = code[pc + 1];
                top = barriers[id];
                at = counts[id];
                pc += 2;
            }
            case Opcode.NOT_LOOK -> notLook();
            case Opcode.NOT_LOOK_END -> {
                top = barriers[code[pc + 1]];
                return false;
            }
            case Opcode.BACKREFERENCE,
                    Opcode.BACKREFERENCE_FOLD,
                    Opcode.BACKREFERENCE_FOLD_ASCII -> {
                return backreference(opcode);
            }
            case Opcode.CONDITIONAL ->
                    pc =
                            mark(code[pc + 1] * 2) >= 0 && isSound(code[pc + 1])
                                    ? pc + 3
                                    : code[pc + 2];
            case Opcode.FAIL -> {
                return false;
            }
            default -> throw new IllegalStateException("opcode " + opcode);
        }
        return true;
    }

    /// Whether a group ends where it begins or behind.
    private boolean isSound(int group) {
        return marks[group * 2] <= marks[group * 2 + 1];
    }

    private boolean greedyUnit() {
        int min = code[pc + 2];
        if (end - at < min) {
            return false;
        }
        int count = countUnits(code[pc + 3]);
        if (count < min) {
            return false;
        }
        if (count == min && (code[pc + 1] == 0 || marks.length == 0)) {
            at += count;
            pc = code[pc + 4];
            return true;
        }
        // the frame is of the place one further, so that the first choice is as any other
        push(KIND_GREEDY_UNIT, pc, at + count + 1, code[pc + 1] != 0);
        stack[top - COUNT] = at + min;
        at += count + 1;
        return oneUnitLess();
    }

    private boolean lazyUnit() {
        int min = code[pc + 2];
        if (end - at < min || countUnits(min) < min) {
            return false;
        }
        at += min;
        int max = code[pc + 3];
        push(KIND_LAZY_UNIT, pc, at, code[pc + 1] != 0);
        takeUntilTail(max == Integer.MAX_VALUE ? max : max - min);
        return true;
    }

    private void greedyUntil() {
        int id = code[pc + 2];
        int count = counts[id] + 1;
        int max = code[pc + 4];
        if (count < code[pc + 3]) {
            pushCounters(id);
            counts[id] = count;
            pc = code[pc + 5];
        } else if ((count < max || max == Integer.MAX_VALUE) && at != lasts[id]) {
            push(KIND_GREEDY_UNTIL, pc, at, true);
            stack[top - COUNT] = counts[id];
            stack[top - LAST] = lasts[id];
            counts[id] = count;
            lasts[id] = at;
            pc = code[pc + 5];
        } else {
            pc += 6;
        }
    }

    private void lazyUntil() {
        int id = code[pc + 2];
        int count = counts[id] + 1;
        if (count < code[pc + 3]) {
            pushCounters(id);
            counts[id] = count;
            pc = code[pc + 5];
        } else {
            push(KIND_LAZY_UNTIL, pc, at, code[pc + 1] != 0);
            pc += 6;
        }
    }

    /// The next round of a possessive repetition, or what is behind it.
    private void possess(int repeat) {
        int id = code[repeat + 1];
        int max = code[repeat + 3];
        if (counts[id] < code[repeat + 2]) {
            pc = repeat + 5;
        } else if ((counts[id] < max || max == Integer.MAX_VALUE) && at != lasts[id]) {
            push(KIND_POSSESSIVE, repeat, at, true);
            lasts[id] = at;
            pc = repeat + 5;
        } else {
            pc = code[repeat + 4];
        }
    }

    private boolean look() {
        int id = code[pc + 1];
        int back = code[pc + 2];
        if (at < back) {
            return false;
        }
        barriers[id] = top;
        counts[id] = at;
        at -= back;
        pc += 3;
        return true;
    }

    private void notLook() {
        int id = code[pc + 2];
        int back = code[pc + 3];
        if (at < back) {
            pc = code[pc + 4];
            return;
        }
        barriers[id] = top;
        push(KIND_NOT_LOOK, pc, at, code[pc + 1] != 0);
        at -= back;
        pc += 5;
    }

    private boolean backreference(int opcode) {
        int group = code[pc + 1] * 2;
        if (mark(group) < 0 || !isSound(code[pc + 1])) {
            return false;
        }
        int from = marks[group];
        int length = marks[group + 1] - from;
        if (end - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int wanted = subject.at(from + i);
            int found = subject.at(at + i);
            if (opcode != Opcode.BACKREFERENCE) {
                boolean ascii = opcode == Opcode.BACKREFERENCE_FOLD_ASCII;
                wanted = LetterCase.lower(wanted, ascii);
                found = LetterCase.lower(found, ascii);
            }
            if (wanted != found) {
                return false;
            }
        }
        at += length;
        pc += 2;
        return true;
    }

    private boolean isAt(int opcode) {
        return switch (opcode) {
            case Opcode.AT_BEGINNING -> at == 0;
            case Opcode.AT_LINE_BEGINNING -> at == 0 || subject.at(at - 1) == '\n';
            case Opcode.AT_END -> at == end || (at + 1 == end && subject.at(at) == '\n');
            case Opcode.AT_LINE_END -> at == end || subject.at(at) == '\n';
            case Opcode.AT_STRING_END -> at == end;
            case Opcode.AT_BOUNDARY -> isBoundary(false);
            case Opcode.AT_BOUNDARY_ASCII -> isBoundary(true);
            case Opcode.AT_NOT_BOUNDARY -> !isBoundary(false);
            case Opcode.AT_NOT_BOUNDARY_ASCII -> !isBoundary(true);
            default -> throw new IllegalStateException("opcode " + opcode);
        };
    }

    private boolean isBoundary(boolean ascii) {
        boolean before = at > 0 && isWord(at - 1, ascii);
        return before != (at < end && isWord(at, ascii));
    }

    private boolean isWord(int position, boolean ascii) {
        return CodePointSet.isOf(Node.Category.WORD, subject.at(position), ascii);
    }

    /// Whether the unit at `where` matches a code point.
    private boolean unit(int where, int point) {
        return switch (code[where]) {
            case Opcode.CHAR -> point == code[where + 1];
            case Opcode.NOT_CHAR -> point != code[where + 1];
            case Opcode.CHAR_FOLD -> LetterCase.lower(point, false) == code[where + 1];
            case Opcode.NOT_CHAR_FOLD -> LetterCase.lower(point, false) != code[where + 1];
            case Opcode.CHAR_FOLD_ASCII -> LetterCase.lower(point, true) == code[where + 1];
            case Opcode.NOT_CHAR_FOLD_ASCII -> LetterCase.lower(point, true) != code[where + 1];
            case Opcode.SET -> program.sets[code[where + 1]].has(point);
            case Opcode.ANY -> point != '\n';
            default -> true;
        };
    }

    /// How many units follow, of those of the repetition at `pc`.
    private int countUnits(int most) {
        int limit = most > end - at ? end : at + most;
        int where = pc + 5;
        int i = at;
        switch (code[where]) {
            case Opcode.ANY_ALL -> i = Math.max(i, limit);
            case Opcode.ANY -> {
                int newline = subject.indexOf('\n', i, limit);
                i = newline < 0 ? Math.max(i, limit) : newline;
            }
            case Opcode.NOT_CHAR -> {
                int found = subject.indexOf(code[where + 1], i, limit);
                i = found < 0 ? Math.max(i, limit) : found;
            }
            case Opcode.SET -> {
                CodePointSet set = program.sets[code[where + 1]];
                while (i < limit && set.has(subject.at(i))) {
                    i++;
                }
            }
            default -> {
                while (i < limit && unit(where, subject.at(i))) {
                    i++;
                }
            }
        }
        return i - at;
    }
}
