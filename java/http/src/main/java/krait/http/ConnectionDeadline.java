package krait.http;

import java.time.Duration;
import krait.base.Limits;

/// What a connection waits for, and until when. Cheap to change: [EdgeLoop] looks at it when it
/// ticks. Loop only.
final class ConnectionDeadline {
    /// What is waited for.
    enum Wait {
        /// Nothing that the client owes.
        NOTHING,
        /// The first byte of a request.
        REQUEST,
        /// The rest of a head, from its first byte on.
        HEAD,
        /// The next piece of a body.
        BODY,
        /// The client's close, after ours.
        CLIENT_CLOSE
    }

    static final Duration CLIENT_CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final EdgeLoop loop;
    private final Limits limits;
    private Wait wait = Wait.NOTHING;
    private long time = Long.MAX_VALUE;

    ConnectionDeadline(EdgeLoop loop) {
        this.loop = loop;
        this.limits = loop.context().limits();
    }

    Wait waitsFor() {
        return wait;
    }

    /// Begins to wait, anew if it waited for the same.
    void await(Wait what) {
        wait = what;
        time =
                switch (what) {
                    case NOTHING -> Long.MAX_VALUE;
                    case REQUEST -> loop.roughDeadline(limits.keepAliveTimeout());
                    case HEAD -> loop.deadline(limits.headerTimeout());
                    case BODY -> loop.deadline(limits.bodyIdleTimeout());
                    case CLIENT_CLOSE -> loop.deadline(CLIENT_CLOSE_TIMEOUT);
                };
    }

    boolean passed(long now) {
        return now >= time;
    }

    /// Whether it has waited for a request for longer than `duration`.
    boolean idleFor(Duration duration) {
        return wait == Wait.REQUEST
                && loop.roughDeadline(limits.keepAliveTimeout()) - time > duration.toNanos();
    }
}
