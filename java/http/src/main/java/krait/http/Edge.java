package krait.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/// The HTTP front: listens, decodes, hands exchanges to a dispatcher, and sends the answers.
/// Thread-safe; what it calls, it calls on the event loops.
public final class Edge implements AutoCloseable {
    /// A body is dispatched when it is whole or this much of it is there; reading stops while this
    /// much waits to be taken.
    public static final int BODY_GATHER_BYTES = 256 * 1024;

    private final IdentityHashMap<EventLoop, EdgeLoop> loops = new IdentityHashMap<>();
    private final ConnectionGate gate;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicInteger listening = new AtomicInteger();
    private List<Channel> listeners = List.of();
    private List<String> addresses = List.of();

    private Edge(EdgeContext context, EventLoopGroup group) {
        for (EventExecutor executor : group) {
            EventLoop loop = (EventLoop) executor;
            loops.put(loop, new EdgeLoop(context, loop));
        }
        gate = new ConnectionGate(context.limits().connectionsMax(), this::checkDrained);
    }

    /// Binds every address of the settings and begins to accept.
    ///
    /// @throws krait.base.KraitException `port-in-use` or `bind-failed`, when an address can't be
    ///   bound; then none is
    public static Edge start(
            EdgeSettings settings, EventLoopGroup group, Dispatcher root, AccessLog accessLog) {
        EdgeContext context =
                new EdgeContext(
                        settings.limits(),
                        settings.trusted(),
                        settings.serverHeader(),
                        settings.durations(),
                        root,
                        accessLog);
        Edge edge = new Edge(context, group);
        edge.listen(settings, group);
        return edge;
    }

    private void listen(EdgeSettings settings, EventLoopGroup group) {
        ChannelInitializer<Channel> connections =
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        EdgeLoop loop = loopOf(channel);
                        Http1Connection connection = new Http1Connection(loop, channel);
                        channel.pipeline().addLast(new Http1Handler(loop, connection));
                    }
                };
        listeners = new Listeners(group, gate, connections).bind(settings.binds());
        addresses = listeners.stream().map(Listeners::name).toList();
        listening.set(listeners.size());
        loops.values().forEach(EdgeLoop::start);
    }

    private EdgeLoop loopOf(Channel channel) {
        EdgeLoop loop = loops.get(channel.eventLoop());
        if (loop == null) {
            throw new IllegalStateException("a connection on a foreign event loop");
        }
        return loop;
    }

    /// Where it listens: `http://127.0.0.1:8000`, `unix:/run/k.sock`, in the order of the settings.
    public List<String> addresses() {
        return addresses;
    }

    public EdgeGauges gauges() {
        Map<String, Long> refusals = new LinkedHashMap<>();
        Map<String, Long> limitHits = new LinkedHashMap<>();
        for (Refusal why : Refusal.values()) {
            long count = sum(counters -> counters.refusals(why).get());
            refusals.put(why.code(), count);
            if (!why.limit().isEmpty()) {
                limitHits.put(why.limit(), count);
            }
        }
        limitHits.merge("body-idle-timeout", sum(EdgeCounters.STALLED_CLOSES), Long::sum);
        limitHits.put("keep-alive-timeout", sum(EdgeCounters.IDLE_CLOSES));
        limitHits.put("connections-max", gate.filled());
        return new EdgeGauges(
                gate.open(),
                gate.accepted(),
                sum(EdgeCounters.REQUESTS_ACTIVE),
                sum(EdgeCounters.REQUESTS),
                sum(EdgeCounters.BYTES_RECEIVED),
                sum(EdgeCounters.BYTES_SENT),
                sum(EdgeCounters.STATUS_CLASSES),
                sum(EdgeCounters.STATUS_CLASSES + 2),
                sum(EdgeCounters.STATUS_CLASSES + 3),
                sum(EdgeCounters.STATUS_CLASSES + 4),
                sum(EdgeCounters.STATUS_CLASSES + 5),
                refusals,
                limitHits,
                RequestDurations.sum(loops.values().stream().map(EdgeLoop::durations).toList()));
    }

    private long sum(int counter) {
        return sum(counters -> counters.get(counter));
    }

    private long sum(ToLongFunction<EdgeCounters> counter) {
        return loops.values().stream().map(EdgeLoop::counters).mapToLong(counter).sum();
    }

    /// Stops accepting, closes idle connections and lets every request in progress be the last of
    /// its connection. Completes when the last connection is closed; it sets no limit of time.
    public CompletableFuture<Void> drain() {
        if (closing.compareAndSet(false, true)) {
            closeListeners();
        }
        loops.values().forEach(loop -> loop.executor().execute(loop::drain));
        return drained.copy();
    }

    /// Closes listeners and connections at once.
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            closeListeners();
        }
        loops.values().forEach(loop -> loop.executor().execute(loop::stop));
        if (loops.keySet().stream().noneMatch(EventExecutor::inEventLoop)) {
            listeners.forEach(listener -> listener.closeFuture().awaitUninterruptibly());
        }
    }

    private void closeListeners() {
        for (Channel listener : listeners) {
            listener.close()
                    .addListener(closed -> {
                        listening.decrementAndGet();
                        checkDrained();
                    });
        }
    }

    private void checkDrained() {
        if (closing.get() && listening.get() == 0 && gate.open() == 0) {
            drained.complete(null);
        }
    }
}
