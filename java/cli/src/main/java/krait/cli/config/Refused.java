package krait.cli.config;

import krait.base.Blame;
import krait.base.Problem;

/// A text that an option does not take. It becomes a [Problem] where the origin is known.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// @param predicate what goes after the option's name: `expects a number, not "x"`
    /// @param remedy what to write instead; empty when the predicate says it
    public Refused(String predicate, String remedy) {
        super(predicate, null, false, false);
        this.remedy = remedy;
    }

    static Refused expected(Type<?> type, String text, String remedy) {
        return new Refused("expects " + type.expects() + ", not \"" + text + "\"", remedy);
    }

    /// The problem of the option that was given at `origin`.
    public Problem problem(Origin origin) {
        return Problem.of("bad-option", Blame.USER, origin.name() + " " + getMessage())
                .at(origin.place())
                .remedy(remedy);
    }
}
