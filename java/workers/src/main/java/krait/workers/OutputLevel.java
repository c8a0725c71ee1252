package krait.workers;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import krait.base.Log;

/// The level at which the lines of a worker's standard error are logged. They are info, because
/// Python's `logging` writes everything there; but what names a higher severity at its beginning
/// keeps it, and a traceback is an error from its first line to its last. Not thread-safe.
final class OutputLevel {
    private static final Pattern NAMED =
            Pattern.compile("^.{0,40}?\\b(INFO|WARNING|ERROR|CRITICAL|FATAL)\\b.*");
    private static final String TRACEBACK = "Traceback (most recent call last):";

    private boolean inTraceback;

    Log.Level of(String line) {
        if (inTraceback) {
            inTraceback = line.startsWith(" ") || line.isEmpty();
            return Log.Level.ERROR;
        }
        if (line.startsWith(TRACEBACK)) {
            inTraceback = true;
            return Log.Level.ERROR;
        }
        if (line.startsWith("Fatal Python error")) {
            return Log.Level.ERROR;
        }
        Matcher named = NAMED.matcher(line);
        return named.matches() ? level(named.group(1)) : Log.Level.INFO;
    }

    /// The level that Python's `logging` calls `name`, in any case.
    static Log.Level level(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "DEBUG" -> Log.Level.DEBUG;
            case "WARNING", "WARN" -> Log.Level.WARNING;
            case "ERROR", "CRITICAL", "FATAL" -> Log.Level.ERROR;
            default -> Log.Level.INFO;
        };
    }
}
