package krait.server;

import java.util.ArrayDeque;
import java.util.Deque;
import krait.base.Log;

/// What has been started, to be closed in the opposite order. Thread-safe.
final class Parts implements AutoCloseable {
    private static final Log LOG = Log.of("server");

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /// One that is added again is closed before all that came between.
    synchronized <T extends AutoCloseable> T add(T part) {
        parts.remove(part);
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warning("could not close " + part + ": " + failure);
            }
        }
    }
}
