package krait.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.concurrent.TimeUnit;
import krait.wire.FrameWriter;
import krait.wire.Frames;
import krait.wire.Kind;
import krait.wire.LaneMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The wire codec on the way of a hello request: a frame of requests to the lane, a frame of
/// responses back. Time and allocation are those of one request.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WireBenchmark {
    private static final int BATCH = 16;

    private final byte[] block = block();
    private final byte[] target = "/users/7?page=2".getBytes(ISO_8859_1);
    private final int pathLength = "/users/7".length();
    private final FrameWriter requests = new FrameWriter();
    private final FrameWriter responses = responses();
    private final LaneMessage message = new LaneMessage();

    /// The variables that repeat from request to request; the server keeps them for a connection.
    private static byte[] block() {
        FrameWriter out = new FrameWriter();
        int start = out.size();
        out.dict();
        for (String pair :
                new String[] {
                    "SERVER_PROTOCOL=HTTP/1.1",
                    "SERVER_NAME=127.0.0.1",
                    "SERVER_PORT=8000",
                    "wsgi.url_scheme=http",
                    "REMOTE_ADDR=127.0.0.1",
                    "REMOTE_PORT=54321",
                    "SCRIPT_NAME=",
                    "HTTP_HOST=127.0.0.1:8000"
                }) {
            int equals = pair.indexOf('=');
            out.text(pair.substring(0, equals));
            out.text(pair.substring(equals + 1));
        }
        out.endDict();
        return out.copyFrom(start);
    }

    private static FrameWriter responses() {
        FrameWriter out = new FrameWriter();
        byte[] body = "Hello, World!".getBytes(ISO_8859_1);
        out.message(3, Kind.SPENT);
        out.integer(90_000);
        out.integer(BATCH);
        for (int id = 1; id <= BATCH; id++) {
            out.message(5, Kind.RESPONSE);
            out.integer(id);
            out.text("200 OK");
            out.list(2);
            out.tuple(2);
            out.text("Content-Type");
            out.text("text/plain; charset=utf-8");
            out.tuple(2);
            out.text("Content-Length");
            out.text("13");
            out.bytes(body, 0, body.length);
        }
        out.seal();
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int writeRequests() {
        requests.clear();
        for (int id = 1; id <= BATCH; id++) {
            requests.message(9, Kind.REQUEST);
            requests.integer(id);
            requests.bytes(block, 0, block.length);
            requests.text("GET");
            requests.latin1(target, 0, pathLength);
            requests.latin1(target, pathLength + 1, target.length - pathLength - 1);
            requests.latin1(target, 0, target.length);
            requests.text("1f0b8a2c4d6e");
            requests.none();
        }
        requests.seal();
        return requests.size();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int readResponses() {
        message.frame(responses.array(), Frames.LENGTH_BYTES, responses.size());
        int bytes = 0;
        while (message.next()) {
            bytes += message.kind() == Kind.RESPONSE ? message.bodyLength() : 0;
        }
        return bytes;
    }
}
