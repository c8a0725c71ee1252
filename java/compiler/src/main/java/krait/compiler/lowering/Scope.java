package krait.compiler.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Local;

/// A statement around the one being lowered that matters to those who leave it.
abstract sealed class Scope {
    /// A loop.
    static final class Loop extends Scope {
        final Label breakTo;
        final Label continueTo;

        Loop(Label breakTo, Label continueTo) {
            this.breakTo = breakTo;
            this.continueTo = continueTo;
        }
    }

    /// A stretch whose exceptions go to a handler. What is copied into it when a jump leaves it
    /// does not belong to it, so it is made of several.
    static final class Guard extends Scope {
        /// A part of the stretch.
        record Range(Label start, Label end) {}

        final List<Range> ranges = new ArrayList<>();
        final Runnable cleanup;

        /// The exception being handled inside, where this is the body of a handler.
        final Optional<Local> handled;

        private Optional<Label> start = Optional.empty();

        /// @param cleanup writes what whoever leaves has to do
        Guard(Optional<Local> handled, Runnable cleanup) {
            this.handled = handled;
            this.cleanup = cleanup;
        }

        void open(Assembly out) {
            start = Optional.of(out.here());
        }

        void close(Assembly out) {
            ranges.add(new Range(start.orElseThrow(), out.here()));
            start = Optional.empty();
        }
    }
}
