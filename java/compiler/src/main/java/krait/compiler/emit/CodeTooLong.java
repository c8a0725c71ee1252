package krait.compiler.emit;

/// A class does not fit the format of class files: a method beyond 64 KiB, too many constants.
public final class CodeTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodeTooLong(IllegalArgumentException cause) {
        super(cause);
    }
}
