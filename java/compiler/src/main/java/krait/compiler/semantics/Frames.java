package krait.compiler.semantics;

import java.util.ArrayList;
import java.util.List;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.SyntaxCode;

/// The loops, handlers and contexts around a statement, within one function: what `break`,
/// `continue` and `return` unwind.
final class Frames {
    /// CPython's CO_MAXBLOCKS.
    private static final int NESTED_MAX = 21;

    /// What a statement can stand in.
    enum Kind {
        LOOP,
        FINALLY_TRY,
        EXCEPT_STAR,
        /// Of no consequence here but that it counts.
        OTHER
    }

    /// @param finalbody what runs when a [Kind#FINALLY_TRY] is left
    private record Frame(Kind kind, List<Statement> finalbody) {}

    private final List<Frame> frames = new ArrayList<>();

    void enter(Kind kind, Span span) {
        enter(kind, List.of(), span);
    }

    void enter(Kind kind, List<Statement> finalbody, Span span) {
        if (frames.size() >= NESTED_MAX) {
            throw new EarlyError(
                    SyntaxCode.LIMIT,
                    span,
                    "too many statically nested blocks",
                    "move the inner blocks to a function");
        }
        frames.add(new Frame(kind, finalbody));
    }

    void leave() {
        frames.removeLast();
    }

    /// Runs what a `finally` runs.
    interface Finally {
        void run(List<Statement> finalbody);
    }

    /// Leaves frames from the inner to the outer, up to a loop or, for `return`, all.
    ///
    /// @return whether there is a loop
    boolean unwind(boolean toLoop, Span span, Finally each) {
        List<Frame> left = new ArrayList<>();
        boolean loop = false;
        while (!frames.isEmpty() && !loop) {
            Frame frame = frames.getLast();
            if (frame.kind() == Kind.EXCEPT_STAR) {
                throw new EarlyError(
                        SyntaxCode.PLACE,
                        span,
                        "'break', 'continue' and 'return' cannot appear in an except* block",
                        "set a variable, and act on it behind the try statement");
            }
            loop = toLoop && frame.kind() == Kind.LOOP;
            if (!loop) {
                left.add(frames.removeLast());
                if (frame.kind() == Kind.FINALLY_TRY) {
                    each.run(frame.finalbody());
                }
            }
        }
        frames.addAll(left.reversed());
        return loop;
    }
}
