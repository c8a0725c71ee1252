package krait.runtime;

import java.math.BigInteger;

/// How a program ends.
///
/// @param status the exit status that the shell sees
/// @param errors what is printed on standard error
public record ProgramEnd(int status, String errors) {
    /// The shell's status of a process that an interrupt ended: 128 and the signal's number.
    private static final int INTERRUPTED = 130;

    private static final int STATUS_MASK = 0xff;

    /// The end that comes of what nobody caught.
    public static ProgramEnd of(Throwable thrown, Traceback traceback) {
        return switch (Raised.python(thrown)) {
            case SystemExit exit -> of(exit);
            case KeyboardInterrupt interrupt ->
                    new ProgramEnd(INTERRUPTED, traceback.format(interrupt));
            case PyBaseException error -> new ProgramEnd(1, traceback.format(error));
        };
    }

    private static ProgramEnd of(SystemExit exit) {
        return switch (exit.code()) {
            case null -> new ProgramEnd(0, "");
            case Boolean truth -> new ProgramEnd(truth ? 1 : 0, "");
            case Long status -> new ProgramEnd((int) (status & STATUS_MASK), "");
            case BigInteger _ -> new ProgramEnd(STATUS_MASK, "");
            case Object message -> new ProgramEnd(1, Values.str(message) + "\n");
        };
    }
}
