package krait.workers;

import krait.base.Blame;
import krait.base.Problem;

/// Why a lane could not answer a request. What they say may reach clients.
final class RequestProblems {
    private RequestProblems() {}

    static Problem died() {
        return Problem.of("worker-died", Blame.WORKER, "The worker died while it ran this request")
                .remedy("see the log for how it ended")
                .safeForClients();
    }

    static Problem timeout(LanePolicy policy) {
        return Problem.of(
                        "request-timeout",
                        Blame.APP,
                        "The application did not answer within "
                                + policy.requestTimeout().toMillis()
                                + " ms")
                .remedy("raise request-timeout, or make the handler faster")
                .safeForClients();
    }

    static Problem stopped() {
        return Problem.of(
                        "worker-stopping",
                        Blame.RESOURCES,
                        "The worker of this request was stopped and could not wait for it")
                .remedy("raise stop-timeout, or make the handler faster")
                .safeForClients();
    }
}
