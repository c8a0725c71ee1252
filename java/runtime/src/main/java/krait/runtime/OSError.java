package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The operating system says no. With two to five arguments these are errno, its text, the file,
/// Windows' own number (unused here), the second file.
public class OSError extends PyException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object errno;
    private final transient @Nullable Object strerror;
    private final transient @Nullable Object filename;
    private final transient @Nullable Object filename2;

    public OSError(@Nullable Object... args) {
        boolean structured = args.length >= 2 && args.length <= 5;
        errno = structured ? args[0] : null;
        strerror = structured ? args[1] : null;
        filename = structured && args.length > 2 ? args[2] : null;
        filename2 = structured && args.length > 4 ? args[4] : null;
        super(structured ? new @Nullable Object[] {args[0], args[1]} : args);
    }

    /// `OSError(*args)`: of the class that the number asks for.
    public static OSError byNumber(@Nullable Object... args) {
        boolean structured = args.length >= 2 && args.length <= 5;
        long number =
                structured
                        ? switch (args[0]) {
                            case Long whole -> whole;
                            case Boolean truth -> truth ? 1 : 0;
                            case Double real when real == real.intValue() -> real.intValue();
                            case null, default -> -1;
                        }
                        : -1;
        return switch (Math.clamp(number, -1, Short.MAX_VALUE)) {
            case 1, 13 -> new PermissionError(args);
            case 2 -> new FileNotFoundError(args);
            case 3 -> new ProcessLookupError(args);
            case 4 -> new InterruptedError(args);
            case 10 -> new ChildProcessError(args);
            case 11, 114, 115 -> new BlockingIOError(args);
            case 17 -> new FileExistsError(args);
            case 20 -> new NotADirectoryError(args);
            case 21 -> new IsADirectoryError(args);
            case 32, 108 -> new BrokenPipeError(args);
            case 103 -> new ConnectionAbortedError(args);
            case 104 -> new ConnectionResetError(args);
            case 110 -> new TimeoutError(args);
            case 111 -> new ConnectionRefusedError(args);
            default -> new OSError(args);
        };
    }

    /// `e.errno`: an int or None.
    public final @Nullable Object errno() {
        return errno;
    }

    /// `e.strerror`.
    public final @Nullable Object strerror() {
        return strerror;
    }

    /// `e.filename`.
    public final @Nullable Object filename() {
        return filename;
    }

    /// `e.filename2`.
    public final @Nullable Object filename2() {
        return filename2;
    }

    @Override
    public CharSequence __str__() {
        String head = "[Errno " + Values.str(errno) + "] " + Values.str(strerror);
        if (filename2 != null) {
            return head + ": " + Values.repr(filename) + " -> " + Values.repr(filename2);
        } else if (filename != null) {
            return head + ": " + Values.repr(filename);
        }
        return errno == null && strerror == null ? super.__str__() : head;
    }
}
