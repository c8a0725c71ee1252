package krait.workers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import krait.base.Log;

/// Reads standard output and standard error of one process into the log, and remembers the last
/// lines for the case that the process dies. Thread-safe.
final class OutputCapture {
    private static final int LINES_KEPT = 20;
    private static final int KEPT_CHARS_MAX = 500;

    private final Log log;
    private final LogPump pump;
    private final Thread out;
    private final Thread err;
    private final Deque<String> last = new ArrayDeque<>();

    OutputCapture(String name, Process process, LogPump pump) {
        this.log = Log.of(name);
        this.pump = pump;
        OutputLevel level = new OutputLevel();
        out =
                reader(
                        name + "-stdout",
                        process.getInputStream(),
                        new Lines(line -> line(Log.Level.INFO, line)));
        err =
                reader(
                        name + "-stderr",
                        process.getErrorStream(),
                        new Lines(line -> line(level.of(line), line)));
    }

    /// A platform thread: a read from a pipe holds the carrier of a virtual one (JDK 25), and a few
    /// workers that are silent would stop every virtual thread of the server.
    private static Thread reader(String name, InputStream from, Lines lines) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(() -> {
                    read(from, lines);
                    lines.end();
                });
    }

    private static void read(InputStream from, Lines lines) {
        byte[] bytes = new byte[Lines.LINE_BYTES_MAX];
        try (from) {
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                lines.feed(bytes, count);
            }
        } catch (IOException e) {
            lines.end(); // the JDK closes the pipe of a process that has exited
        }
    }

    private void line(Log.Level level, String line) {
        pump.offer(log, level, line, "");
        synchronized (last) {
            if (last.size() == LINES_KEPT) {
                last.removeFirst();
            }
            last.addLast(line.substring(0, Math.min(line.length(), KEPT_CHARS_MAX)));
        }
    }

    String last() {
        synchronized (last) {
            return String.join("\n", last);
        }
    }

    /// Waits until both streams have ended, or `millis` have passed: a child of the worker may hold
    /// them open for ever.
    void await(long millis) throws InterruptedException {
        out.join(millis);
        err.join(millis);
    }
}
