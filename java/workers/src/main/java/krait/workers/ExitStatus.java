package krait.workers;

/// The exit status of a process, in words.
final class ExitStatus {
    /// The JDK reports a process that a signal ended as this number plus the signal's.
    private static final int SIGNALLED = 128;

    private ExitStatus() {}

    static int ofSignal(int number) {
        return SIGNALLED + number;
    }

    /// Whether a signal ended it that terminals and service managers send to a whole group.
    static boolean isStraySignal(int status) {
        return status == SIGNALLED + 1 || status == SIGNALLED + 3;
    }

    static String words(int status) {
        int signal = status - SIGNALLED;
        return signal > 0 && signal < 65 ? "killed by " + signal(signal) : "exit status " + status;
    }

    private static String signal(int number) {
        return switch (number) {
            case 1 -> "SIGHUP";
            case 2 -> "SIGINT";
            case 3 -> "SIGQUIT";
            case 4 -> "SIGILL (code for another processor?)";
            case 6 -> "SIGABRT (a fatal error of the interpreter or of an extension module)";
            case 7 -> "SIGBUS (a crash in an extension module?)";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL (out of memory?)";
            case 11 -> "SIGSEGV (a crash in an extension module?)";
            case 13 -> "SIGPIPE";
            case 14 -> "SIGALRM";
            case 15 -> "SIGTERM";
            case 24 -> "SIGXCPU (a limit on CPU time)";
            case 25 -> "SIGXFSZ (a limit on file size)";
            case 31 -> "SIGSYS (a forbidden system call)";
            default -> "signal " + number;
        };
    }
}
