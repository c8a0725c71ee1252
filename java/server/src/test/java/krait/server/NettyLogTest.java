package krait.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.RejectedExecutionException;
import krait.base.Log;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NettyLogTest {
    private static final InternalLogger NETTY =
            InternalLoggerFactory.getInstance("io.netty.channel.Sample");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void takeTheLog() {
        Log.configure(new PrintStream(written, true, UTF_8), Log.Format.TEXT, Log.Level.INFO);
        NettyLog.install();
    }

    @AfterEach
    void giveTheLogBack() {
        Log.configure(System.err, Log.Format.TEXT, Log.Level.INFO);
    }

    @Test
    void aWarningOfNettyIsALineOfOurLogWithoutAStackTrace() {
        NETTY.warn("it went wrong", new IOException("why"));
        assertThat(written.toString(UTF_8))
                .contains("warning netty: it went wrong", "why")
                .hasLineCount(1);
    }

    @Test
    void whatALoopThatEndsRefusesIsNobodysConcern() {
        NETTY.warn("rejected", new RejectedExecutionException("terminated"));
        assertThat(written.toString(UTF_8)).isEmpty();
    }
}
