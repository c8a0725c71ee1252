package krait.base;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Carries the records of [Log] to a stream in a thread of its own: a terminal or a pipe that
/// nobody reads must hold up no event loop, no supervisor and no stop. What does not fit into
/// [#QUEUE_CHARS_MAX] is dropped, counted, and the loss is reported. Thread-safe.
public final class LogWriter implements AutoCloseable {
    /// Text that may wait for the stream, characters.
    public static final int QUEUE_CHARS_MAX = 4 << 20;

    /// [#close] waits this long for the stream to take what waits.
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private static final Log LOG = Log.of("log");

    private final PrintStream out;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AtomicInteger chars = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    /// Starts the writer. The stream stays the caller's to close.
    public LogWriter(PrintStream out) {
        this.out = out;
        // A platform thread: it may stand in a write for ever, which would hold a virtual one's
        // carrier.
        this.thread = Thread.ofPlatform().daemon().name("log").unstarted(this::run);
        thread.start();
    }

    /// Takes a record with its line end. Waits only once the writer has been closed in order.
    void write(String record) {
        if (chars.addAndGet(record.length()) > QUEUE_CHARS_MAX) {
            chars.addAndGet(-record.length());
            dropped.incrementAndGet();
            return;
        }
        lines.add(record);
        if (ended) {
            writeQueued();
        }
    }

    private void run() {
        try {
            while (true) {
                print(lines.take());
                if (lines.isEmpty()) {
                    settle();
                }
            }
        } catch (InterruptedException e) {
            writeQueued();
            ended = true;
            writeQueued();
        }
    }

    private void writeQueued() {
        for (String record = lines.poll(); record != null; record = lines.poll()) {
            print(record);
        }
        settle();
    }

    private void print(String record) {
        out.append(record);
        chars.addAndGet(-record.length());
    }

    private void settle() {
        out.flush();
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warning("records were dropped: nobody read the log", "records", lost);
        }
    }

    /// Writes what waits, as far as the stream takes it within [#CLOSE_TIMEOUT]. Later records are
    /// written at once, or lost if the stream is still stuck.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
