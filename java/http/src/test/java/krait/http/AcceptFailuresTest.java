package krait.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import krait.base.Clock;
import krait.base.Log;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("log")
class AcceptFailuresTest {
    private final IOException full =
            new IOException("accept(..) failed with error(-24): Too many open files");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Duration time = Duration.ZERO;

    private final Clock clock =
            new Clock() {
                @Override
                public long nanoTime() {
                    return time.toNanos();
                }

                @Override
                public Instant now() {
                    return Instant.EPOCH;
                }
            };

    @AfterEach
    void restoreLog() {
        Log.configure(System.err, Log.Format.TEXT, Log.Level.INFO);
    }

    @Test
    void whatKeepsAListenerFromAcceptingIsToldOnceInAWhile() {
        Log.configure(new PrintStream(log, true, UTF_8), Log.Format.TEXT, Log.Level.INFO);
        EmbeddedChannel listener = new EmbeddedChannel(new AcceptFailures(clock));
        listener.pipeline().fireExceptionCaught(full);
        time = AcceptFailures.PAUSE.minusSeconds(1);
        listener.pipeline().fireExceptionCaught(full);
        assertThat(log.toString(UTF_8)).containsOnlyOnce("can be accepted: Too many open files");
        time = AcceptFailures.PAUSE;
        listener.pipeline().fireExceptionCaught(full);
        assertThat(log.toString(UTF_8).split("can be accepted: Too many open files")).hasSize(3);
        listener.checkException();
    }
}
