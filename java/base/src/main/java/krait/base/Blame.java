package krait.base;

/// Who has to act on an error. HTTP status, exit code and log level follow from it.
public enum Blame {
    /// A bad request, a bad option, a bad configuration file.
    USER(2, 400),
    /// The application raised, or could not be loaded.
    APP(3, 500),
    /// A worker process died, hung or spoke nonsense.
    WORKER(4, 502),
    /// A limit was reached, or the machine has no more of something.
    RESOURCES(5, 503),
    /// Our own defect.
    INTERNAL(70, 500);

    private final int exitCode;
    private final int httpStatus;

    Blame(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    public int exitCode() {
        return exitCode;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
