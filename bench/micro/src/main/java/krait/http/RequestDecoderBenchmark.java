package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import krait.base.Limits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The request decoder against Netty's: one request of a connection that is kept alive. Netty's
/// runs in its embedded channel, whose pipeline costs some of the time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestDecoderBenchmark {
    private static final String SMALL = "GET / HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n\r\n";

    private static final String BROWSER =
            """
            GET /users/7/photos?page=2&order=newest HTTP/1.1
            Host: photos.example
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Language: en-GB,en;q=0.7,de;q=0.3
            Accept-Encoding: gzip, deflate, br, zstd
            Referer: https://photos.example/users/7
            Connection: keep-alive
            Cookie: session=6f1e3a0c9b7d4e52; theme=dark
            Upgrade-Insecure-Requests: 1
            Sec-Fetch-Dest: document
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Site: same-origin
            Priority: u=0, i

            """
                    .replace("\n", "\r\n");

    @Param({"SMALL", "BROWSER"})
    private String request = "SMALL";

    private byte[] bytes = new byte[0];
    private final RequestDecoder decoder =
            new RequestDecoder(Limits.DEFAULTS, new ByteArrayPool(4096));
    private final EmbeddedChannel netty = new EmbeddedChannel(new HttpRequestDecoder());

    @Setup
    public void setup() {
        bytes = (request.equals("SMALL") ? SMALL : BROWSER).getBytes(ISO_8859_1);
    }

    /// The header section is that of the request before: what browsers and generators send.
    @Benchmark
    public int kraitRepeated() {
        return decode();
    }

    @Benchmark
    public int kraitFirst() {
        decoder.forget();
        return decode();
    }

    private int decode() {
        decoder.append(bytes, 0, bytes.length);
        if (decoder.next() != RequestDecoder.Step.HEAD
                || decoder.next() != RequestDecoder.Step.END) {
            throw new IllegalStateException("the request was not decoded");
        }
        int headers = decoder.head().headers();
        decoder.recycle();
        return headers;
    }

    @Benchmark
    public int netty() {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        netty.writeInbound(in);
        int objects = 0;
        for (Object each = netty.readInbound(); each != null; each = netty.readInbound()) {
            ReferenceCountUtil.release(each);
            objects++;
        }
        return objects;
    }
}
