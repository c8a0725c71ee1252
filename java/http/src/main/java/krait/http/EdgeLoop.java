package krait.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import krait.base.Limits;
import org.jspecify.annotations.Nullable;

/// One event loop's share of an edge: its connections, what they lend each other, and the clock
/// that they look at. Loop only, but for [#counters], [#durations] and [#start].
///
/// Nothing is scheduled for a request: a ticker looks at the deadline of each connection, and so a
/// timeout is late by up to one period and never early.
final class EdgeLoop {
    private static final Duration TICK_MAX = Duration.ofMillis(500);
    private static final Duration TICK_MIN = Duration.ofMillis(5);
    private static final int REQUEST_BUFFER_BYTES = 4 * 1024;
    private static final int RESPONSE_HEADS_MAX = 64;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final EdgeContext context;
    private final EventLoop executor;
    private final EdgeCounters counters = new EdgeCounters();
    private final RequestDurations durations = new RequestDurations();
    private final RequestIds requestIds = new RequestIds();
    private final ByteArrayPool requestBuffers = new ByteArrayPool(REQUEST_BUFFER_BYTES);
    private final ArrayDeque<ResponseHead> responseHeads = new ArrayDeque<>();
    private final List<Http1Connection> connections = new ArrayList<>();
    private final List<ConnectionOutput> unflushed = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private final long periodNanos;

    private @Nullable ScheduledFuture<?> ticker;
    private long now;
    private long dateSecond;
    private byte[] dateLine = {};
    private byte[] serverLine = {};
    private boolean draining;

    EdgeLoop(EdgeContext context, EventLoop executor) {
        this.context = context;
        this.executor = executor;
        this.periodNanos = period(context.limits()).toNanos();
        if (!context.serverHeader().isEmpty()) {
            serverLine =
                    ("Server: " + context.serverHeader() + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1);
        }
        date();
    }

    private static Duration period(Limits limits) {
        Duration shortest = TICK_MAX.multipliedBy(4);
        for (Duration timeout :
                List.of(
                        limits.headerTimeout(),
                        limits.bodyIdleTimeout(),
                        limits.keepAliveTimeout())) {
            shortest = timeout.compareTo(shortest) < 0 ? timeout : shortest;
        }
        Duration period = shortest.dividedBy(4);
        return period.compareTo(TICK_MIN) < 0 ? TICK_MIN : period;
    }

    void start() {
        ticker =
                executor.scheduleAtFixedRate(
                        this::tick, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (ticker != null) {
            ticker.cancel(false);
        }
        List.copyOf(connections).forEach(connection -> connection.cut(false));
    }

    EdgeContext context() {
        return context;
    }

    EventLoop executor() {
        return executor;
    }

    EdgeCounters counters() {
        return counters;
    }

    RequestDurations durations() {
        return durations;
    }

    RequestIds requestIds() {
        return requestIds;
    }

    ByteArrayPool requestBuffers() {
        return requestBuffers;
    }

    boolean draining() {
        return draining;
    }

    byte[] dateLine() {
        return dateLine;
    }

    byte[] serverLine() {
        return serverLine;
    }

    /// `timeout` from now, in nanoseconds since the start.
    long deadline(Duration timeout) {
        return System.nanoTime() - startNanos + timeout.toNanos();
    }

    /// The same by the time of the last tick, for what happens with every request: up to a period
    /// late, and early only when the loop was held up.
    long roughDeadline(Duration timeout) {
        return now + periodNanos + timeout.toNanos();
    }

    ResponseHead borrowHead() {
        ResponseHead head = responseHeads.pollLast();
        return head == null ? new ResponseHead() : head;
    }

    void giveBack(ResponseHead head) {
        if (responseHeads.size() < RESPONSE_HEADS_MAX) {
            head.clear();
            responseHeads.addLast(head);
        }
    }

    void add(Http1Connection connection) {
        connection.index(connections.size());
        connections.add(connection);
    }

    void remove(Http1Connection connection) {
        Http1Connection last = connections.removeLast();
        if (last != connection) {
            connections.set(connection.index(), last);
            last.index(connection.index());
        }
    }

    /// Flushes the output at the end of this turn of the loop, however many writes it gets until
    /// then.
    void flushLater(ConnectionOutput output) {
        if (unflushed.isEmpty()) {
            executor.execute(this::flush);
        }
        unflushed.add(output);
    }

    private void flush() {
        // A flush may complete writes, whose listeners write and ask for the next flush.
        List<ConnectionOutput> due = List.copyOf(unflushed);
        unflushed.clear();
        due.forEach(ConnectionOutput::flushQueued);
    }

    /// From now on every response is the last of its connection.
    void drain() {
        draining = true;
        List.copyOf(connections).forEach(Http1Connection::closeIfIdle);
    }

    private void tick() {
        now = System.nanoTime() - startNanos;
        date();
        // Backwards, since a connection that is closed now puts the last one in its place.
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (i < connections.size()) {
                connections.get(i).tick(now);
            }
        }
    }

    private void date() {
        Instant instant = Instant.now();
        if (instant.getEpochSecond() != dateSecond) {
            dateSecond = instant.getEpochSecond();
            dateLine =
                    ("Date: " + DATE.format(instant) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }
}
