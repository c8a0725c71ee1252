package krait.workers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import krait.base.KraitException;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// A rolling reload: place by place, a new worker becomes ready, then the old one drains and ends,
/// then the next place follows. So there is never more than one process beyond the usual number,
/// for memory is what a full machine lacks, and every lane but one serves all the time. When a new
/// worker fails, the reload ends, and the old workers that are left stay. Everything here runs in
/// the supervisor's thread.
final class Reload {
    private static final Log LOG = Log.of("workers");

    private final Fleet fleet;
    private final List<CompletableFuture<Void>> done;
    private int slot = -1;
    private @Nullable Worker replacement;
    private @Nullable Worker leaving;

    Reload(Fleet fleet, List<CompletableFuture<Void>> done) {
        this.fleet = fleet;
        this.done = done;
    }

    /// The new worker that is not ready yet.
    Optional<Worker> replacement() {
        return Optional.ofNullable(replacement);
    }

    /// Goes on with the next place, or ends after the last.
    void proceed() {
        leaving = null;
        slot++;
        if (slot < fleet.slots()) {
            replacement = fleet.launchReplacement(slot);
            return;
        }
        LOG.info("reload: every worker is new", "workers", fleet.slots());
        fleet.reloadEnded();
        done.forEach(future -> future.complete(null));
    }

    /// A worker of the fleet has changed its state.
    void moved(Worker worker) {
        if (worker == replacement && worker.state() == WorkerState.READY) {
            replacement = null;
            leaving = fleet.replace(worker);
            goOnIfLeft();
        } else if (worker == replacement && worker.state() == WorkerState.FAILED) {
            replacement = null;
            fail(worker);
        } else if (worker == leaving) {
            goOnIfLeft();
        }
    }

    private void goOnIfLeft() {
        if (leaving != null && leaving.state().ended()) {
            proceed();
        }
    }

    private void fail(Worker worker) {
        Problem cause = worker.lastProblem();
        if (cause == null) {
            throw new IllegalStateException(worker.name() + " failed without a reason");
        }
        LOG.problem(cause);
        int rest = fleet.slots() - slot;
        LOG.error(
                "reload: the new " + worker.name() + " did not start, the old workers stay",
                "replaced",
                slot,
                "kept",
                rest);
        fleet.reloadEnded();
        done.forEach(future -> future.completeExceptionally(cause.exception()));
    }

    /// Ends the reload; the worker that is not ready yet is returned, to be ended too.
    Optional<Worker> cancel(KraitException reason) {
        Optional<Worker> unfinished = replacement();
        replacement = null;
        done.forEach(future -> future.completeExceptionally(reason));
        return unfinished;
    }
}
