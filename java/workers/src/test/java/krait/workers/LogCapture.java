package krait.workers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import krait.base.Log;

/// What is logged while it is open.
final class LogCapture implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LogCapture() {
        Log.configure(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                Log.Format.TEXT,
                Log.Level.INFO);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    void await(String part) {
        Await.until(() -> "the log says: " + part + "\n" + text(), () -> text().contains(part));
    }

    @Override
    public void close() {
        Log.configure(System.err, Log.Format.TEXT, Log.Level.INFO);
    }
}
