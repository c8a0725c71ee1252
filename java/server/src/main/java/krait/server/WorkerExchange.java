package krait.server;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import krait.base.Blame;
import krait.base.Problem;
import krait.http.Exchange;
import krait.http.Response;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.wire.LaneMessage;
import krait.workers.Lane;
import krait.workers.LaneFrame;
import krait.workers.WorkerRequest;
import org.jspecify.annotations.Nullable;

/// One exchange of the edge on its way through a lane. Belongs to the loop of its connection; the
/// methods that a lane of another loop calls hop over.
final class WorkerExchange implements WorkerRequest, Runnable {
    /// Response bytes that a lane may send ahead (response_window of the protocol).
    private static final int WINDOW_BYTES = 256 * 1024;

    /// Credit is given back in pieces of at least this size.
    private static final int CREDIT_BYTES = WINDOW_BYTES / 4;

    private final WorkerDispatcher dispatcher;
    private final Exchange exchange;
    private final Response response;
    private final RequestUpload body;
    private final boolean safe;
    private byte @Nullable [] kept;
    private @Nullable Lane lane;
    private int id;
    private long uncredited;
    private boolean begunBefore;
    private boolean done;
    private volatile boolean gone;

    WorkerExchange(WorkerDispatcher dispatcher, Exchange exchange) {
        this.dispatcher = dispatcher;
        this.exchange = exchange;
        this.response = exchange.response();
        this.body = new RequestUpload(exchange.body());
        String method = exchange.head().method();
        this.safe =
                switch (method) {
                    case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
                    default -> false;
                };
    }

    // ---- the way to the lane

    @Override
    public void writeTo(LaneFrame frame, int id) {
        if (kept != null) {
            frame.writer().message(kept, id);
        } else {
            dispatcher.writeHead(frame.writer(), id, exchange);
            body.take();
        }
        if (body.streams()) {
            frame.writer().none();
        } else {
            frame.bytes(body.share());
        }
    }

    @Override
    public void keep() {
        if (kept == null) {
            FrameWriter frame = new FrameWriter(512);
            int start = frame.size();
            dispatcher.writeHead(frame, 0, exchange);
            kept = frame.copyFrom(start);
            body.take();
        }
    }

    @Override
    public void onStart(Lane lane, int id) {
        if (exchange.inLoop()) {
            started(lane, id);
        } else {
            exchange.execute(() -> started(lane, id));
        }
    }

    private void started(Lane lane, int id) {
        this.lane = lane;
        this.id = id;
        if (gone) {
            onLane(Lane::abort);
        } else if (body.streams()) {
            body.start(this::sendBody);
        }
    }

    private void sendBody(ByteBuf chunk, boolean last) {
        Lane to = lane;
        int stream = id;
        if (to == null) {
            chunk.release();
        } else if (to.inLoop()) {
            sendBody(to, stream, chunk, last);
        } else {
            to.execute(() -> sendBody(to, stream, chunk, last));
        }
    }

    private void sendBody(Lane to, int stream, ByteBuf chunk, boolean last) {
        if (to.runs(this, stream)) {
            to.body(stream, chunk, last);
        } else {
            chunk.release();
        }
    }

    /// Something to tell the lane about a request.
    @FunctionalInterface
    private interface Order {
        void give(Lane lane, int id);
    }

    /// Gives an order to the lane, on its loop, unless the request has ended there meanwhile.
    private void onLane(Order order) {
        Lane to = lane;
        int stream = id;
        if (to == null) {
            return;
        }
        if (to.inLoop()) {
            if (to.runs(this, stream)) {
                order.give(to, stream);
            }
        } else {
            to.execute(() -> {
                if (to.runs(this, stream)) {
                    order.give(to, stream);
                }
            });
        }
    }

    // ---- the way back

    @Override
    public void onMessage(LaneMessage message) {
        if (exchange.inLoop()) {
            handle(message);
        } else {
            LaneMessage copy = message.copy();
            exchange.execute(() -> handle(copy));
        }
    }

    private void handle(LaneMessage message) {
        if (done) {
            if (message.kind() == Kind.FILE) {
                onLane((to, stream) -> to.fileDone(stream, true));
            }
            return;
        }
        switch (message.kind()) {
            case Kind.RESPONSE -> {
                if (head(message)) {
                    finish();
                    response.end(message.source(), message.bodyStart(), message.bodyLength());
                }
            }
            case Kind.START -> {
                if (head(message)) {
                    response.onProgress(this::giveCredit);
                    chunk(message);
                }
            }
            case Kind.CHUNK -> chunk(message);
            case Kind.END -> {
                finish();
                response.end();
            }
            case Kind.FILE -> file(message);
            case Kind.BODY_CREDIT -> body.credit(message.count(), this::sendBody);
            default -> applicationRaised(message.text()); // ERROR
        }
    }

    private boolean head(LaneMessage message) {
        if (!message.latin1()) {
            return fault("a status or header with a character beyond U+00FF");
        }
        byte[] source = message.source();
        if (!response.status(source, message.statusStart(), message.statusLength())) {
            return fault("a malformed status");
        }
        int headers = message.headers();
        for (int i = 0; i < headers; i++) {
            if (!response.header(
                    source,
                    message.nameStart(i),
                    message.nameLength(i),
                    message.valueStart(i),
                    message.valueLength(i))) {
                return fault(
                        "a malformed header: "
                                + printable(source, message.nameStart(i), message.nameLength(i)));
            }
        }
        return true;
    }

    private void chunk(LaneMessage message) {
        uncredited += message.bodyLength();
        response.write(message.source(), message.bodyStart(), message.bodyLength());
        giveCredit();
    }

    private void giveCredit() {
        if (done) {
            return;
        }
        long sent = uncredited - response.pendingBytes();
        if (sent >= CREDIT_BYTES) {
            uncredited -= sent;
            onLane((to, stream) -> to.credit(stream, (int) sent));
        }
    }

    /// Opens the worker's own file: through /proc even a deleted one is found.
    private void file(LaneMessage message) {
        Lane from = lane;
        if (from == null) {
            return;
        }
        Path path =
                Path.of(
                        "/proc",
                        Integer.toString(from.pid()),
                        "fd",
                        Integer.toString(message.descriptor()));
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException unreachable) {
            onLane((to, stream) -> to.fileDone(stream, false));
            return;
        }
        onLane((to, stream) -> to.fileDone(stream, true));
        if (head(message)) {
            finish();
            response.file(file, message.offset(), message.count());
        } else {
            close(file);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException ignored) {
            // nothing was written to it
        }
    }

    private boolean fault(String what) {
        response.reset();
        applicationRaised("The application returned " + what);
        return false;
    }

    private void applicationRaised(String text) {
        finish();
        Problem problem = Problem.of("application-error", Blame.APP, text);
        exchange.fail(dispatcher.debug() ? problem.safeForClients() : problem);
        onLane(Lane::abort);
    }

    @Override
    public void onFailure(Problem problem) {
        if (exchange.inLoop()) {
            failed(problem);
        } else {
            exchange.execute(() -> failed(problem));
        }
    }

    private void failed(Problem problem) {
        if (!done) {
            finish();
            Answers.failure(exchange, problem);
        }
    }

    private void finish() {
        done = true;
        body.end();
    }

    /// The client is gone.
    @Override
    public void run() {
        gone = true;
        if (!done) {
            finish();
            onLane(Lane::abort);
        }
    }

    @Override
    public boolean abandoned() {
        return gone;
    }

    @Override
    public boolean repeatable() {
        return !body.streams() && !gone;
    }

    @Override
    public boolean safe() {
        return safe && !begunBefore;
    }

    @Override
    public void again(boolean mayHaveBegun) {
        begunBefore |= mayHaveBegun;
        lane = null;
    }

    @Override
    public void execute(Runnable task) {
        exchange.execute(task);
    }

    private static String printable(byte[] source, int start, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < start + Math.min(length, 80); i++) {
            char c = (char) (source[i] & 0xff);
            text.append(c < 0x20 || c > 0x7e ? '?' : c);
        }
        return text.toString();
    }
}
