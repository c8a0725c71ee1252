package krait.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// Tells why a listener cannot accept, at most once in [#PAUSE]; without it Netty would do so every
/// second in its own words. It stands behind the acceptor, which rests for a second before it tries
/// again. Thread-safe: listeners may live on several loops.
@Sharable
final class AcceptFailures extends ChannelInboundHandlerAdapter {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Log LOG = Log.of("http");

    private final Clock clock;
    private @Nullable Long toldAt;

    AcceptFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (isDue()) {
            String why = String.valueOf(cause.getMessage());
            LOG.problem(
                    Problem.of(
                                    "accept-failed",
                                    Blame.RESOURCES,
                                    "no connection can be accepted: "
                                            + why.substring(why.lastIndexOf(": ") + 1).strip())
                            .at(Listeners.name(ctx.channel()))
                            .remedy(
                                    "raise the limit on open files (LimitNOFILE= of systemd,"
                                            + " ulimit -n), or lower connections-max"));
        }
    }

    private synchronized boolean isDue() {
        long now = clock.nanoTime();
        boolean due = toldAt == null || now - toldAt >= PAUSE.toNanos();
        if (due) {
            toldAt = now;
        }
        return due;
    }
}
