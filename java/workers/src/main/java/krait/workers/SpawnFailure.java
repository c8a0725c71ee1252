package krait.workers;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads why the JDK could not launch a process. Its helper, which becomes the process, may be
/// ended by a signal before; only the message tells.
final class SpawnFailure {
    private static final Pattern SIGNALLED =
            Pattern.compile("spawn helper: pid: \\d+, signal: (\\d{1,2})\\b");

    private SpawnFailure() {}

    /// The signal that ended the helper; empty when it was something else.
    static OptionalInt signal(IOException failure) {
        Matcher found = SIGNALLED.matcher(String.valueOf(failure.getMessage()));
        return found.find()
                ? OptionalInt.of(Integer.parseInt(found.group(1)))
                : OptionalInt.empty();
    }
}
