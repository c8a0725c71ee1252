package krait.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import krait.base.Clock;
import krait.base.Log;
import org.jspecify.annotations.Nullable;

/// Writes access records to a stream in a thread of its own. Any thread may log; none of them ever
/// waits: when the stream falls behind by [#QUEUE_BYTES_MAX], records are dropped, counted, and the
/// loss is reported in the log.
public final class AccessLogWriter implements AccessLog, AutoCloseable {
    /// Memory that waiting records may take, roughly.
    public static final int QUEUE_BYTES_MAX = 8 * 1024 * 1024;

    /// [#close] waits this long for the stream to take what is queued.
    public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /// After a batch the thread rests this long, whatever arrives: a busy event loop then pays for
    /// at most a hundred wake-ups a second.
    private static final long BATCH_REST_NANOS = 10_000_000;

    private static final int BATCH_CHARS = 64 * 1024;
    private static final int RECORD_BYTES = 160;

    private static final Log LOG = Log.of("access");

    private record Entry(AccessRecord record, long epochMillis, int bytes) {}

    private final PrintStream out;
    private final AccessLine line;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Entry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closing;

    /// Starts the writer. The stream stays the caller's to close.
    public AccessLogWriter(PrintStream out, Log.Format format, Clock clock) {
        this(out, format, clock, ZoneId.systemDefault());
    }

    AccessLogWriter(PrintStream out, Log.Format format, Clock clock, ZoneId zone) {
        this.out = out;
        this.line = new AccessLine(format, zone);
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("access-log").unstarted(this::run);
        thread.start();
    }

    @Override
    public void log(AccessRecord record) {
        int bytes = bytes(record);
        if (queuedBytes.addAndGet(bytes) > QUEUE_BYTES_MAX) {
            queuedBytes.addAndGet(-bytes);
            dropped.incrementAndGet();
            return;
        }
        queue.add(new Entry(record, clock.now().toEpochMilli(), bytes));
        if (idle.get() && idle.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    /// Records dropped since the start.
    public long dropped() {
        return dropped.get();
    }

    /// Writes what is queued, then ends the thread. Waits at most [#CLOSE_TIMEOUT]. Records logged
    /// later are lost.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int bytes(AccessRecord record) {
        return RECORD_BYTES
                + record.target().length()
                + record.referer().length()
                + record.userAgent().length();
    }

    private void run() {
        StringBuilder batch = new StringBuilder(BATCH_CHARS);
        long reported = 0;
        while (true) {
            boolean last = closing;
            boolean wrote = writeQueued(batch);
            reported = reportDropped(reported);
            if (last) {
                return;
            }
            if (wrote) {
                LockSupport.parkNanos(this, BATCH_REST_NANOS);
            } else {
                awaitRecord();
            }
        }
    }

    private void awaitRecord() {
        idle.set(true);
        while (idle.get() && queue.isEmpty() && !closing) {
            LockSupport.park(this);
        }
        idle.set(false);
    }

    private boolean writeQueued(StringBuilder batch) {
        boolean wrote = false;
        for (@Nullable Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
            line.append(batch, entry.record(), entry.epochMillis());
            queuedBytes.addAndGet(-entry.bytes());
            wrote = true;
            if (batch.length() >= BATCH_CHARS) {
                write(batch);
            }
        }
        write(batch);
        return wrote;
    }

    private void write(StringBuilder batch) {
        if (!batch.isEmpty()) {
            byte[] bytes = batch.toString().getBytes(UTF_8);
            out.write(bytes, 0, bytes.length);
            out.flush();
            batch.setLength(0);
        }
    }

    private long reportDropped(long reported) {
        long now = dropped.get();
        if (now > reported) {
            LOG.warning(
                    "access records dropped: whatever reads the log is too slow",
                    "dropped",
                    now - reported);
        }
        return now;
    }
}
