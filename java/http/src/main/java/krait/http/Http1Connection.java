package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// One client connection that speaks HTTP/1: its bytes in, one exchange after another, its bytes
/// out. Loop only.
final class Http1Connection extends ChannelInboundHandlerAdapter {
    /// What the connection is about.
    private enum Stage {
        /// No exchange; perhaps a part of a head.
        IDLE,
        /// A head, and a body that is being gathered: not dispatched.
        GATHERING,
        /// Dispatched, not answered.
        RUNNING,
        /// Answered, but the rest of the request's body is yet to come.
        DISCARDING,
        /// Closed when everything written has gone out.
        CLOSING,
        /// Our side is closed; what the client still sends is thrown away until it closes too, so
        /// that it reads our answer and no reset.
        LINGERING,
        CLOSED
    }

    /// What the deadline is for.
    private enum Wait {
        NOTHING,
        REQUEST,
        HEAD,
        BODY,
        CLIENT_CLOSE
    }

    /// Bytes appended to the decoder at a time: large bodies go past it.
    private static final int SLICE_BYTES = 4 * 1024;

    /// Pipelined bytes that may wait behind a request.
    static final int PIPELINED_BYTES_MAX = 16 * 1024;

    /// Body bytes thrown away to keep a connection, and then to close it decently.
    static final long DISCARDED_BYTES_MAX = 1024 * 1024;

    private static final Duration LINGER_TIMEOUT = Duration.ofSeconds(2);

    /// An idle connection gives back even what would make its next request cheaper.
    private static final long FORGET_AFTER_NANOS = Duration.ofSeconds(5).toNanos();

    private static final ByteBuf CONTINUE =
            Unpooled.unreleasableBuffer(
                    Unpooled.copiedBuffer(
                                    "HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII)
                            .asReadOnly());
    private static final Log LOG = Log.of("http");

    private final EdgeContext context;
    private final EdgeLoop loop;
    private final Channel channel;
    private final ConnectionOutput output;
    private final ClientConnection client;
    private final RequestDecoder decoder;

    /// Place in the list of [EdgeLoop].
    private int index;

    private Stage stage = Stage.IDLE;
    private @Nullable Http1Exchange exchange;
    private @Nullable Http1Body body;
    private boolean bodyWhole;
    private boolean keepAlive;
    private boolean inputShut;
    private boolean advancing;

    /// When the first byte of the request at hand came; only kept for the access log.
    private long startNanos;

    private long discarded;
    private Wait wait = Wait.NOTHING;
    private long deadline = Long.MAX_VALUE;

    Http1Connection(EdgeLoop loop, Channel channel) {
        this.loop = loop;
        this.context = loop.context();
        this.channel = channel;
        this.output = new ConnectionOutput(channel, loop);
        this.client = new ClientConnection(Peer.of(channel, context.trusted()), context.trusted());
        this.decoder = new RequestDecoder(context.limits(), loop.requestBuffers());
    }

    EdgeLoop loop() {
        return loop;
    }

    ConnectionOutput output() {
        return output;
    }

    ClientConnection client() {
        return client;
    }

    ReceivedHead head() {
        return decoder.head();
    }

    int index() {
        return index;
    }

    void index(int place) {
        index = place;
    }

    // Events of the channel.

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        loop.add(this);
        await(Wait.REQUEST);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            loop.counters().add(EdgeCounters.BYTES_RECEIVED, in.readableBytes());
            output.readBegins();
            receive(in);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        output.readEnds();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (stage == Stage.IDLE && channel.isWritable()) {
            advance();
            adjustReading();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputShut = true;
            inputEnds();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stage = Stage.CLOSED;
        loop.remove(this);
        Http1Exchange left = exchange;
        if (left != null) {
            count(left, left.response().code());
        }
        detach();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.problem(internal(cause));
        }
        var _ = channel.close();
    }

    private static Problem internal(Throwable cause) {
        return Problem.of("edge-defect", Blame.INTERNAL, "the edge failed: " + cause)
                .at(
                        String.valueOf(
                                cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : ""));
    }

    // Bytes in.

    private void receive(ByteBuf in) {
        if (stage == Stage.IDLE && decoder.buffered() == 0) {
            noteStart();
        }
        while (in.isReadable()) {
            if (stage.compareTo(Stage.CLOSING) >= 0) {
                throwAway(in.readableBytes());
                return;
            }
            long expected = decoder.buffered() == 0 ? decoder.expected() : 0;
            if (expected > 0) {
                int count = (int) Math.min(expected, in.readableBytes());
                if (body != null) {
                    body.add(in, count);
                } else {
                    in.skipBytes(count);
                }
                decoder.taken(count);
                bodyArrived(count);
            } else {
                decoder.append(in, Math.min(in.readableBytes(), SLICE_BYTES));
            }
            advance();
        }
        if (body != null && stage == Stage.RUNNING) {
            body.tell();
        }
        adjustReading();
    }

    /// Goes on with the requests received, as far as possible. Not entered twice: a response that
    /// ends within it only lets the loop go on.
    private void advance() {
        if (advancing) {
            return;
        }
        advancing = true;
        try {
            while (mayDecode() && step()) {
                // Each step changes the stage or consumes bytes.
            }
        } finally {
            advancing = false;
        }
    }

    private boolean mayDecode() {
        return switch (stage) {
            case IDLE -> channel.isWritable();
            case GATHERING, DISCARDING -> true;
            case RUNNING -> !bodyWhole;
            case CLOSING, LINGERING, CLOSED -> false;
        };
    }

    private boolean step() {
        if (stage == Stage.IDLE && decoder.buffered() == 0) {
            awaitRequest(Wait.REQUEST);
            return false;
        }
        return switch (decoder.next()) {
            case MORE -> {
                if (stage == Stage.IDLE) {
                    awaitRequest(Wait.HEAD);
                }
                yield false;
            }
            case HEAD -> {
                begin();
                yield true;
            }
            case DATA -> {
                int count = decoder.dataEnd() - decoder.dataStart();
                if (body != null) {
                    body.add(decoder.buffer(), decoder.dataStart(), count);
                }
                bodyArrived(count);
                yield true;
            }
            case END -> {
                bodyEnds();
                yield true;
            }
            case REFUSED -> {
                refuse(decoder.refusal());
                yield false;
            }
        };
    }

    private void awaitRequest(Wait what) {
        if (inputShut) {
            closeAfterFlush();
        } else if (wait != what) {
            await(what);
        }
    }

    private void begin() {
        ReceivedHead head = decoder.head();
        client.hear(head);
        keepAlive = head.keepsAlive();
        bodyWhole = decoder.complete();
        if (bodyWhole) {
            exchange = newExchange(Http1Body.EMPTY);
            dispatch();
            return;
        }
        body = new Http1Body(this, channel.alloc());
        exchange = newExchange(body);
        stage = Stage.GATHERING;
        await(Wait.BODY);
        if (head.known.expectsContinue && head.minorVersion > 0 && decoder.buffered() == 0) {
            output.write(CONTINUE.duplicate());
            output.flush();
        }
    }

    private void noteStart() {
        if (context.logsAccess()) {
            startNanos = System.nanoTime();
        }
    }

    private Http1Exchange newExchange(RequestBody requestBody) {
        return new Http1Exchange(this, requestBody, startNanos);
    }

    private void bodyArrived(int count) {
        await(Wait.BODY);
        if (stage == Stage.DISCARDING) {
            discarded += count;
            if (discarded > DISCARDED_BYTES_MAX) {
                closeAfterFlush();
            }
        } else if (stage == Stage.GATHERING
                && body != null
                && body.available() >= Edge.BODY_GATHER_BYTES) {
            dispatch();
        }
    }

    private void bodyEnds() {
        bodyWhole = true;
        await(Wait.NOTHING);
        if (body != null) {
            body.completed();
        }
        if (stage == Stage.GATHERING) {
            dispatch();
        } else if (stage == Stage.DISCARDING) {
            nextRequest();
        }
    }

    private void dispatch() {
        Http1Exchange begun = exchange;
        if (begun == null) {
            throw new IllegalStateException("no exchange to dispatch");
        }
        stage = Stage.RUNNING;
        if (bodyWhole) {
            await(Wait.NOTHING);
        }
        begun.markDispatched();
        loop.counters().add(EdgeCounters.REQUESTS, 1);
        loop.counters().add(EdgeCounters.REQUESTS_ACTIVE, 1);
        try {
            if (begun.head().pathStart == begun.head().pathEnd) {
                answerForServer(begun);
            } else {
                context.root().dispatch(begun);
            }
        } catch (RuntimeException defect) {
            begun.fail(internal(defect));
        }
    }

    /// `OPTIONS *` asks the server as a whole (RFC 9110 section 9.3.7), which no mount is.
    private static void answerForServer(Http1Exchange exchange) {
        Http1Response response = exchange.response();
        response.status(204);
        response.header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE");
        response.end();
    }

    /// The dispatcher took body bytes, so there is room for more.
    void bodyTaken() {
        adjustReading();
    }

    /// Reads only what has a place to go.
    private void adjustReading() {
        boolean full =
                switch (stage) {
                    case IDLE -> decoder.buffered() > 0 && !channel.isWritable();
                    case GATHERING, RUNNING ->
                            bodyWhole
                                    ? decoder.buffered() >= PIPELINED_BYTES_MAX
                                    : body != null && body.available() >= Edge.BODY_GATHER_BYTES;
                    case DISCARDING, CLOSING, LINGERING, CLOSED -> false;
                };
        boolean turned = channel.config().isAutoRead() == full;
        if (stage == Stage.RUNNING && !bodyWhole && (full || turned)) {
            await(full ? Wait.NOTHING : Wait.BODY);
        }
        if (turned) {
            channel.config().setAutoRead(!full);
        }
    }

    private void throwAway(int count) {
        discarded += count;
        if (stage == Stage.LINGERING && discarded > DISCARDED_BYTES_MAX) {
            var _ = channel.close();
        }
    }

    // Ends.

    /// The client sends no more. It may still want its answers.
    private void inputEnds() {
        switch (stage) {
            case IDLE, DISCARDING -> {
                if (mayDecode()) {
                    closeAfterFlush();
                }
            }
            case GATHERING -> {
                var _ = channel.close();
            }
            case RUNNING -> {
                if (!bodyWhole) {
                    var _ = channel.close();
                }
            }
            case LINGERING -> {
                var _ = channel.close();
            }
            case CLOSING, CLOSED -> {}
        }
    }

    /// Refuses the request at hand, and with it whatever else comes on this connection.
    private void refuse(Refusal why) {
        Http1Exchange begun = exchange;
        if (begun != null && begun.response().started()) {
            cut(false);
            return;
        }
        if (stage == Stage.DISCARDING) {
            closeAfterFlush();
            return;
        }
        detach();
        decoder.abandon();
        loop.counters().add(EdgeCounters.REFUSALS, 1);
        keepAlive = false;
        exchange = newExchange(Http1Body.EMPTY);
        stage = Stage.RUNNING;
        ErrorPage.send(exchange, why.status(), why.message());
    }

    /// Whether the response that is being framed leaves the connection open.
    boolean keepsAlive(boolean untilClose) {
        if (untilClose
                || loop.draining()
                || (inputShut && decoder.buffered() == 0)
                || (!bodyWhole && decoder.expected() > DISCARDED_BYTES_MAX)) {
            keepAlive = false;
        }
        return keepAlive;
    }

    /// The response has been written, `whole` or short of what it promised.
    void ended(Http1Exchange ending, boolean whole) {
        Http1Response response = ending.response();
        count(ending, response.code());
        exchange = null;
        if (body != null) {
            body.drop();
            body = null;
        }
        if (!whole) {
            cut(false);
        } else if (!keepAlive || loop.draining()) {
            closeAfterFlush();
        } else if (bodyWhole) {
            output.flush();
            nextRequest();
        } else {
            output.flush();
            stage = Stage.DISCARDING;
            discarded = 0;
            adjustReading();
            await(Wait.BODY);
        }
    }

    private void count(Http1Exchange ending, int status) {
        if (ending.dispatched()) {
            loop.counters().add(EdgeCounters.REQUESTS_ACTIVE, -1);
        }
        loop.counters().responded(status);
        if (context.logsAccess()) {
            context.accessLog().log(ending.record(status, ending.response().written()));
        }
    }

    private void nextRequest() {
        decoder.recycle();
        stage = Stage.IDLE;
        if (decoder.buffered() > 0) {
            noteStart();
        }
        await(Wait.REQUEST);
        if (!advancing) {
            advance();
            adjustReading();
        }
    }

    /// Parts from the exchange: its response is gone.
    private void detach() {
        Http1Exchange left = exchange;
        exchange = null;
        if (body != null) {
            body.drop();
            body = null;
        }
        if (left != null && !left.response().ended()) {
            left.response().gone();
        }
    }

    /// Cuts the connection in the middle of a response.
    void cut(boolean reset) {
        stage = Stage.CLOSED;
        output.cut(reset);
    }

    void closeIfIdle() {
        if (stage == Stage.IDLE && decoder.buffered() == 0) {
            closeAfterFlush();
        }
    }

    private void closeAfterFlush() {
        stage = Stage.CLOSING;
        await(Wait.NOTHING);
        adjustReading();
        output.whenFlushed(this::flushedLast);
    }

    /// A close with bytes unread in the socket would make a reset of it, which may overtake the
    /// answer; so where bytes may still come our side is closed first.
    private void flushedLast() {
        if (inputShut || decoder.atBoundary()) {
            var _ = channel.close();
            return;
        }
        stage = Stage.LINGERING;
        discarded = 0;
        await(Wait.CLIENT_CLOSE);
        var _ = ((DuplexChannel) channel).shutdownOutput();
    }

    // Time.

    private void await(Wait what) {
        wait = what;
        deadline =
                switch (what) {
                    case NOTHING -> Long.MAX_VALUE;
                    case REQUEST -> loop.deadline(context.limits().keepAliveTimeout());
                    case HEAD -> loop.deadline(context.limits().headerTimeout());
                    case BODY -> loop.deadline(context.limits().bodyIdleTimeout());
                    case CLIENT_CLOSE -> loop.deadline(LINGER_TIMEOUT);
                };
    }

    void tick(long now) {
        if (now >= deadline) {
            timedOut();
        } else if (output.stalled(now, context.limits().bodyIdleTimeout())) {
            var _ = channel.close();
        } else if (wait == Wait.REQUEST) {
            if (loop.draining()) {
                closeIfIdle();
            } else if (loop.idleNanos(deadline) > FORGET_AFTER_NANOS) {
                decoder.forget();
            }
        }
    }

    private void timedOut() {
        switch (wait) {
            case NOTHING -> {}
            case REQUEST -> closeAfterFlush();
            case CLIENT_CLOSE -> {
                var _ = channel.close();
            }
            case HEAD -> refuse(Refusal.HEADER_TIMEOUT);
            case BODY -> refuse(Refusal.BODY_TIMEOUT);
        }
    }
}
