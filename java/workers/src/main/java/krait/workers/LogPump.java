package krait.workers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import krait.base.Log;

/// Carries what workers print to the log. A worker must not wait for a slow terminal, and a flood
/// must not fill the memory: what the log can't take in time is dropped, and the log says how much.
/// [#offer] is thread-safe and never blocks.
final class LogPump implements AutoCloseable {
    private static final int RECORDS_MAX = 4096;
    private static final int CHARS_MAX = 1 << 20;
    private static final int RECORD_CHARS_MAX = 64 * 1024;
    private static final long CLOSE_TIMEOUT_MS = 500;

    private record Entry(Log log, Log.Level level, String text, String requestId) {}

    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>(RECORDS_MAX);
    private final AtomicInteger chars = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final Log own;
    private final Thread thread;

    LogPump(String name) {
        own = Log.of(name);
        // A platform thread: writing to a terminal that does not read would hold the carrier of a
        // virtual one.
        thread = Thread.ofPlatform().daemon().name(name + "-log").start(this::run);
    }

    /// Queues a record; `requestId` may be empty.
    void offer(Log log, Log.Level level, String text, String requestId) {
        if (!Log.enabled(level)) {
            return;
        }
        String shown =
                text.length() <= RECORD_CHARS_MAX
                        ? text
                        : text.substring(0, RECORD_CHARS_MAX) + " (cut off)";
        if (chars.addAndGet(shown.length()) > CHARS_MAX
                || !entries.offer(new Entry(log, level, shown, requestId))) {
            chars.addAndGet(-shown.length());
            dropped.incrementAndGet();
        }
    }

    private void run() {
        try {
            while (true) {
                write(entries.take());
            }
        } catch (InterruptedException e) {
            for (Entry left = entries.poll(); left != null; left = entries.poll()) {
                write(left);
            }
        }
    }

    private void write(Entry entry) {
        chars.addAndGet(-entry.text().length());
        if (entry.requestId().isEmpty()) {
            entry.log().write(entry.level(), entry.text());
        } else {
            entry.log().write(entry.level(), entry.text(), "request_id", entry.requestId());
        }
        if (entries.isEmpty() || dropped.get() > RECORDS_MAX) {
            tellLoss();
        }
    }

    private void tellLoss() {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            own.warning(
                    "output of workers was dropped: the log could not keep up", "records", lost);
        }
    }

    /// Writes what waits, as far as that is possible within a moment.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
