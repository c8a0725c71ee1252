package krait.server;

import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import krait.http.Connection;
import krait.http.Dispatcher;
import krait.http.Exchange;
import krait.http.RequestHead;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.workers.LanePool;

/// Joins the edge and the worker engine: takes the exchanges of a mount to its lanes.
final class WorkerDispatcher implements Dispatcher {
    private final String prefix;
    private final LanePool pool;
    private final boolean debug;
    private final FastThreadLocal<Environ> environ;

    /// What is remembered on a connection: the block of its last request.
    private static final class Remembered {
        final WorkerDispatcher owner;
        final byte[] block;

        Remembered(WorkerDispatcher owner, byte[] block) {
            this.owner = owner;
            this.block = block;
        }
    }

    WorkerDispatcher(String prefix, LanePool pool, boolean debug) {
        this.prefix = prefix;
        this.pool = pool;
        this.debug = debug;
        this.environ =
                new FastThreadLocal<>() {
                    @Override
                    protected Environ initialValue() {
                        return new Environ(prefix);
                    }
                };
    }

    @Override
    public void dispatch(Exchange exchange) {
        WorkerExchange request = new WorkerExchange(this, exchange);
        exchange.response().onGone(request);
        pool.submit(request);
    }

    boolean debug() {
        return debug;
    }

    /// Writes REQUEST up to its body, which the caller adds.
    void writeHead(FrameWriter frame, int id, Exchange exchange) {
        RequestHead head = exchange.head();
        frame.message(9, Kind.REQUEST);
        frame.integer(id);
        byte[] block = block(exchange, head);
        frame.bytes(block, 0, block.length);
        text(frame, head.method());
        path(frame, head);
        byte[] bytes = head.bytes();
        frame.latin1(bytes, head.queryStart(), head.queryEnd() - head.queryStart());
        frame.latin1(bytes, head.targetStart(), head.targetEnd() - head.targetStart());
        text(frame, exchange.id());
    }

    private byte[] block(Exchange exchange, RequestHead head) {
        Connection connection = exchange.connection();
        if (head.repeatsHeaders()
                && connection.attachment() instanceof Remembered remembered
                && remembered.owner == this) {
            return remembered.block;
        }
        boolean chunked = head.contentLength() < 0;
        long length = chunked && exchange.body().complete() ? exchange.body().available() : -1;
        byte[] block = environ.get().block(head, connection, length);
        connection.attach(chunked ? null : new Remembered(this, block));
        return block;
    }

    private void path(FrameWriter frame, RequestHead head) {
        byte[] bytes = head.bytes();
        int start = head.pathStart();
        int end = head.pathEnd();
        for (int i = start; i < end; i++) {
            if (bytes[i] == '%') {
                text(frame, head.path().substring(prefix.length()));
                return;
            }
        }
        frame.latin1(bytes, start + prefix.length(), end - start - prefix.length());
    }

    private static void text(FrameWriter frame, String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        frame.latin1(bytes, 0, bytes.length);
    }
}
