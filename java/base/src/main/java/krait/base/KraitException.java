package krait.base;

/// Carries a [Problem] up to where it is reported. It has no stack trace unless we are to blame: a
/// user's mistake has no place in our code.
public final class KraitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public KraitException(Problem problem) {
        super(problem.text(), null, false, problem.blame() == Blame.INTERNAL);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
