package krait.runtime.re;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import krait.runtime.re.Node.Sequence;
import krait.runtime.re.Node.Width;

/// From the tree to the program.
final class RegexCompiler {
    private static final long LOOKBEHIND_MAX = Node.UNBOUNDED;

    private int[] code = new int[64];
    private int size;
    private int registers;
    private final List<CodePointSet> sets = new ArrayList<>();

    private RegexCompiler() {}

    static Program compile(RegexParser.Parsed parsed) {
        RegexCompiler compiler = new RegexCompiler();
        int flags = parsed.flags();
        Sequence tree = parsed.tree();
        compiler.emitAll(tree, flags, 0);
        compiler.emit(Opcode.SUCCESS);
        return new Program(
                Arrays.copyOf(compiler.code, compiler.size),
                compiler.sets.toArray(CodePointSet[]::new),
                parsed.groups(),
                compiler.registers,
                Node.width(tree).min(),
                SearchHint.of(tree, flags));
    }

    private void emit(int... words) {
        if (size + words.length > code.length) {
            code = Arrays.copyOf(code, Math.max(code.length * 2, size + words.length));
        }
        System.arraycopy(words, 0, code, size, words.length);
        size += words.length;
    }

    private void emitAll(Sequence sequence, int flags, int in) {
        for (Node node : sequence.items()) {
            emit(node, flags, in);
        }
    }

    /// @param in 1 inside a repetition, as in [Opcode]
    private void emit(Node node, int flags, int in) {
        switch (node) {
            case Node.Literal(int point, boolean negated) -> emitLiteral(point, negated, flags);
            case Node.Any _ -> emit((flags & Flags.DOTALL) != 0 ? Opcode.ANY_ALL : Opcode.ANY);
            case Node.OneOf(boolean negated, List<Node.SetItem> items) ->
                    emitSet(new CodePointSet(negated, items, flags));
            case Node.At(Node.Anchor anchor) -> emit(place(anchor, flags));
            case Node.Branch(List<Sequence> alternatives) -> emitBranch(alternatives, flags, in);
            case Node.Group group -> emitGroup(group, flags, in);
            case Node.Atomic(Sequence body) -> {
                int id = registers++;
                emit(Opcode.ATOMIC, id);
                emitAll(body, flags, in);
                emit(Opcode.ATOMIC_END, id);
            }
            case Node.Repeat repeat -> emitRepeat(repeat, flags, in);
            case Node.Look look -> emitLook(look, flags, in);
            case Node.Backreference(int group, Width _) -> emit(backreference(flags), group - 1);
            case Node.Conditional conditional -> emitConditional(conditional, flags, in);
            case Node.Failure _ -> emit(Opcode.FAIL);
            case Sequence sequence -> emitAll(sequence, flags, in);
        }
    }

    private void emitLiteral(int point, boolean negated, int flags) {
        boolean ascii = (flags & Flags.UNICODE) == 0;
        if ((flags & Flags.IGNORECASE) == 0 || !LetterCase.isCased(point, ascii)) {
            emit(negated ? Opcode.NOT_CHAR : Opcode.CHAR, point);
            return;
        }
        int lower = LetterCase.lower(point, ascii);
        if (LetterCase.relatives(lower, ascii).length > 0) {
            Node.SetItem item = new Node.Range(point, point);
            emitSet(new CodePointSet(negated, List.of(item), flags));
        } else if (ascii) {
            emit(negated ? Opcode.NOT_CHAR_FOLD_ASCII : Opcode.CHAR_FOLD_ASCII, lower);
        } else {
            emit(negated ? Opcode.NOT_CHAR_FOLD : Opcode.CHAR_FOLD, lower);
        }
    }

    private void emitSet(CodePointSet set) {
        emit(Opcode.SET, sets.size());
        sets.add(set);
    }

    private static int place(Node.Anchor anchor, int flags) {
        boolean lines = (flags & Flags.MULTILINE) != 0;
        boolean unicode = (flags & Flags.UNICODE) != 0;
        return switch (anchor) {
            case BEGINNING -> lines ? Opcode.AT_LINE_BEGINNING : Opcode.AT_BEGINNING;
            case BEGINNING_OF_STRING -> Opcode.AT_BEGINNING;
            case END -> lines ? Opcode.AT_LINE_END : Opcode.AT_END;
            case END_OF_STRING -> Opcode.AT_STRING_END;
            case BOUNDARY -> unicode ? Opcode.AT_BOUNDARY : Opcode.AT_BOUNDARY_ASCII;
            case NOT_BOUNDARY -> unicode ? Opcode.AT_NOT_BOUNDARY : Opcode.AT_NOT_BOUNDARY_ASCII;
        };
    }

    private static int backreference(int flags) {
        if ((flags & Flags.IGNORECASE) == 0) {
            return Opcode.BACKREFERENCE;
        }
        return (flags & Flags.UNICODE) != 0
                ? Opcode.BACKREFERENCE_FOLD
                : Opcode.BACKREFERENCE_FOLD_ASCII;
    }

    private void emitBranch(List<Sequence> alternatives, int flags, int in) {
        int count = alternatives.size();
        emit(Opcode.BRANCH, in, count);
        int table = size;
        emit(new int[count]);
        int[] jumps = new int[count];
        for (int i = 0; i < count; i++) {
            code[table + i] = size;
            emitAll(alternatives.get(i), flags, in);
            emit(Opcode.JUMP, 0);
            jumps[i] = size - 1;
        }
        for (int jump : jumps) {
            code[jump] = size;
        }
    }

    private void emitGroup(Node.Group group, int flags, int in) {
        int inner = Flags.scoped(flags, group.added(), group.removed());
        if (group.number() > 0) {
            emit(Opcode.MARK, (group.number() - 1) * 2);
        }
        emitAll(group.body(), inner, in);
        if (group.number() > 0) {
            emit(Opcode.MARK, (group.number() - 1) * 2 + 1);
        }
    }

    private static boolean isUnit(Sequence body) {
        if (body.items().size() != 1) {
            return false;
        }
        return switch (body.items().getFirst()) {
            case Node.Literal _, Node.Any _, Node.OneOf _ -> true;
            case Node.Group group -> group.number() == 0 && isUnit(group.body());
            case Node _ -> false;
        };
    }

    private static int bound(long times) {
        return (int) Math.min(times, Integer.MAX_VALUE);
    }

    private void emitRepeat(Node.Repeat repeat, int flags, int in) {
        int min = bound(repeat.min());
        int max = bound(repeat.max());
        if (isUnit(repeat.body())) {
            int opcode =
                    switch (repeat.mode()) {
                        case GREEDY -> Opcode.GREEDY_UNIT;
                        case LAZY -> Opcode.LAZY_UNIT;
                        case POSSESSIVE -> Opcode.POSSESSIVE_UNIT;
                    };
            int start = size;
            emit(opcode, in, min, max, 0);
            emitAll(repeat.body(), flags, in);
            code[start + 4] = size;
            return;
        }
        int id = registers++;
        int start = size;
        if (repeat.mode() == Node.Mode.POSSESSIVE) {
            emit(Opcode.POSSESSIVE, id, min, max, 0);
            emitAll(repeat.body(), flags, 1);
            emit(Opcode.POSSESSIVE_END, start);
            code[start + 4] = size;
            return;
        }
        emit(Opcode.REPEAT, id, 0);
        int body = size;
        emitAll(repeat.body(), flags, 1);
        code[start + 2] = size;
        boolean greedy = repeat.mode() == Node.Mode.GREEDY;
        emit(greedy ? Opcode.GREEDY_UNTIL : Opcode.LAZY_UNTIL, in, id, min, max, body);
    }

    private void emitLook(Node.Look look, int flags, int in) {
        int back = 0;
        if (look.behind()) {
            Width width = Node.width(look.body());
            if (width.min() > LOOKBEHIND_MAX) {
                throw new PatternFault("looks too much behind", -1);
            }
            if (width.min() != width.max()) {
                throw new PatternFault("look-behind requires fixed-width pattern", -1);
            }
            back = bound(width.min());
        }
        int id = registers++;
        int start = size;
        if (look.negated()) {
            emit(Opcode.NOT_LOOK, in, id, back, 0);
            emitAll(look.body(), flags, in);
            emit(Opcode.NOT_LOOK_END, id);
            code[start + 4] = size;
        } else {
            emit(Opcode.LOOK, id, back);
            emitAll(look.body(), flags, in);
            emit(Opcode.LOOK_END, id);
        }
    }

    private void emitConditional(Node.Conditional conditional, int flags, int in) {
        int start = size;
        emit(Opcode.CONDITIONAL, conditional.group() - 1, 0);
        emitAll(conditional.yes(), flags, in);
        Sequence no = conditional.no();
        if (no == null || no.isEmpty()) {
            code[start + 2] = size;
            return;
        }
        emit(Opcode.JUMP, 0);
        int jump = size - 1;
        code[start + 2] = size;
        emitAll(no, flags, in);
        code[jump] = size;
    }
}
