package krait.workers;

import krait.base.Clock;

/// A [StopPlan] by the clock: [Clock#nanoTime] at the end of each part.
record StopTimes(long requests, long exit, long kill) {
    static final StopTimes NEVER = new StopTimes(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    static StopTimes of(StopPlan plan, Clock clock) {
        long now = clock.nanoTime();
        return new StopTimes(
                now + plan.requests().toNanos(),
                now + plan.exit().toNanos(),
                now + plan.kill().toNanos());
    }

    StopTimes earlier(StopTimes other) {
        return new StopTimes(
                Math.min(requests, other.requests),
                Math.min(exit, other.exit),
                Math.min(kill, other.kill));
    }
}
