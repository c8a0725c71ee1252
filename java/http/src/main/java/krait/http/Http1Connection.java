package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import krait.http.ConnectionDeadline.Wait;
import org.jspecify.annotations.Nullable;

/// One client connection that speaks HTTP/1: its bytes in, one exchange after another, its bytes
/// out. Loop only.
final class Http1Connection {
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
        /// On its way to the close: see [ConnectionClose].
        CLOSING
    }

    /// An idle connection gives back even what would make its next request cheaper.
    private static final Duration FORGET_AFTER = Duration.ofSeconds(5);

    private static final ByteBuf CONTINUE =
            Unpooled.unreleasableBuffer(
                    Unpooled.copiedBuffer(
                                    "HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII)
                            .asReadOnly());

    private final EdgeContext context;
    private final EdgeLoop loop;
    private final Channel channel;
    private final ConnectionOutput output;
    private final ClientConnection client;
    private final RequestDecoder decoder;
    private final RequestIntake intake;
    private final ConnectionDeadline deadline;
    private final ConnectionClose close;

    /// Place in the list of [EdgeLoop].
    private int index;

    private Stage stage = Stage.IDLE;
    private @Nullable Http1Exchange exchange;
    private boolean keepAlive;
    private boolean inputShut;
    private boolean advancing;

    /// When the first byte of the request at hand came; only kept where somebody asks for it.
    private long startNanos;

    Http1Connection(EdgeLoop loop, Channel channel) {
        this.loop = loop;
        this.context = loop.context();
        this.channel = channel;
        this.output = new ConnectionOutput(channel, loop);
        this.client = new ClientConnection(Peer.of(channel, context.trusted()), context.trusted());
        this.decoder = new RequestDecoder(context.limits(), loop.requestBuffers());
        this.intake = new RequestIntake(decoder);
        this.deadline = new ConnectionDeadline(loop);
        this.close =
                new ConnectionClose(
                        channel, output, deadline, () -> inputShut || decoder.atBoundary());
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

    void opened() {
        deadline.await(Wait.REQUEST);
    }

    void becameWritable() {
        if (stage == Stage.IDLE) {
            advance();
            adjustReading();
        }
    }

    void closed() {
        stage = Stage.CLOSING;
        if (exchange != null) {
            exchange.account();
        }
        detach();
    }

    // Bytes in.

    void receive(ByteBuf in) {
        if (stage == Stage.IDLE && intake.empty()) {
            noteStart();
        }
        while (in.isReadable()) {
            if (stage == Stage.CLOSING) {
                close.discard(in.readableBytes());
                return;
            }
            int count = intake.take(in);
            if (count > 0) {
                bodyArrived(count);
            }
            advance();
        }
        if (stage == Stage.RUNNING) {
            intake.tell();
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
            case RUNNING -> !intake.whole();
            case CLOSING -> false;
        };
    }

    private boolean step() {
        if (stage == Stage.IDLE && intake.empty()) {
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
                bodyArrived(intake.takeDecoded());
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
        } else if (deadline.waitsFor() != what) {
            deadline.await(what);
        }
    }

    private void begin() {
        ReceivedHead head = decoder.head();
        client.hear(head);
        keepAlive = head.keepsAlive();
        Http1Body body = intake.begin(this, channel.alloc());
        if (body == null) {
            exchange = newExchange(Http1Body.EMPTY);
            dispatch();
            return;
        }
        exchange = newExchange(body);
        stage = Stage.GATHERING;
        deadline.await(Wait.BODY);
        if (head.known.expectsContinue && head.minorVersion > 0 && intake.empty()) {
            output.write(CONTINUE.duplicate());
            output.flush();
        }
    }

    private void noteStart() {
        if (context.timesRequests()) {
            startNanos = System.nanoTime();
        }
    }

    private Http1Exchange newExchange(RequestBody requestBody) {
        String id = client.requestId(decoder.head());
        return new Http1Exchange(this, requestBody, id, startNanos);
    }

    private void bodyArrived(int count) {
        deadline.await(Wait.BODY);
        if (stage == Stage.DISCARDING) {
            if (!intake.discard(count)) {
                closeAfterFlush();
            }
        } else if (stage == Stage.GATHERING && intake.gathered()) {
            dispatch();
        }
    }

    private void bodyEnds() {
        deadline.await(Wait.NOTHING);
        intake.complete();
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
        if (intake.whole()) {
            deadline.await(Wait.NOTHING);
        }
        begun.dispatch();
    }

    /// The dispatcher took body bytes, so there is room for more.
    void bodyTaken() {
        adjustReading();
    }

    /// Reads only what has a place to go.
    private void adjustReading() {
        boolean full =
                switch (stage) {
                    case IDLE -> !intake.empty() && !channel.isWritable();
                    case GATHERING, RUNNING -> intake.full();
                    case DISCARDING, CLOSING -> false;
                };
        boolean turned = channel.config().isAutoRead() == full;
        if (stage == Stage.RUNNING && !intake.whole() && (full || turned)) {
            deadline.await(full ? Wait.NOTHING : Wait.BODY);
        }
        if (turned) {
            channel.config().setAutoRead(!full);
        }
    }

    // Ends.

    /// The client sends no more. It may still want its answers.
    void inputEnded() {
        inputShut = true;
        switch (stage) {
            case IDLE, DISCARDING -> {
                if (mayDecode()) {
                    closeAfterFlush();
                }
            }
            case GATHERING -> close.now();
            case RUNNING -> {
                if (!intake.whole()) {
                    close.now();
                }
            }
            case CLOSING -> close.inputEnded();
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
        if (begun != null) {
            begun.retire();
        }
        detach();
        decoder.abandon();
        loop.counters().refusals(why).incrementAndGet();
        keepAlive = false;
        exchange = newExchange(Http1Body.EMPTY);
        stage = Stage.RUNNING;
        ErrorPage.send(exchange, why.status(), why.message());
    }

    /// Whether the response that is being framed leaves the connection open.
    boolean keepsAlive(boolean isLast) {
        if (isLast || loop.draining() || (inputShut && intake.empty()) || !intake.restIsShort()) {
            keepAlive = false;
        }
        return keepAlive;
    }

    /// The response has been written, `whole` or short of what it promised.
    void ended(Http1Exchange ending, boolean whole) {
        ending.account();
        exchange = null;
        intake.dropBody();
        if (!whole) {
            cut(false);
        } else if (!keepAlive || loop.draining()) {
            closeAfterFlush();
        } else if (intake.whole()) {
            output.flush();
            nextRequest();
        } else {
            output.flush();
            stage = Stage.DISCARDING;
            intake.beginToDiscard();
            adjustReading();
            deadline.await(Wait.BODY);
        }
    }

    private void nextRequest() {
        decoder.recycle();
        stage = Stage.IDLE;
        if (!intake.empty()) {
            noteStart();
        }
        deadline.await(Wait.REQUEST);
        if (!advancing) {
            advance();
            adjustReading();
        }
    }

    /// Parts from the exchange: its response is gone.
    private void detach() {
        Http1Exchange left = exchange;
        exchange = null;
        intake.dropBody();
        if (left != null && !left.response().ended()) {
            left.response().gone();
        }
    }

    /// Cuts the connection in the middle of a response.
    void cut(boolean reset) {
        stage = Stage.CLOSING;
        output.cut(reset);
    }

    void closeIfIdle() {
        if (stage == Stage.IDLE && intake.empty()) {
            closeAfterFlush();
        }
    }

    private void closeAfterFlush() {
        stage = Stage.CLOSING;
        close.afterFlush();
    }

    // Time.

    void tick(long now) {
        if (deadline.passed(now)) {
            timedOut();
        } else if (output.stalled(now, context.limits().bodyIdleTimeout())) {
            loop.counters().add(EdgeCounters.STALLED_CLOSES, 1);
            close.now();
        } else if (loop.draining()) {
            closeIfIdle();
        } else if (deadline.idleFor(FORGET_AFTER)) {
            decoder.forget();
        }
    }

    private void timedOut() {
        switch (deadline.waitsFor()) {
            case NOTHING -> {}
            case REQUEST -> {
                loop.counters().add(EdgeCounters.IDLE_CLOSES, 1);
                closeAfterFlush();
            }
            case HEAD -> refuse(Refusal.HEADER_TIMEOUT);
            case BODY -> refuse(Refusal.BODY_TIMEOUT);
            case CLIENT_CLOSE -> close.now();
        }
    }
}
