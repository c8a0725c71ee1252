package krait.server;

import java.util.concurrent.atomic.AtomicReference;
import krait.base.Problem;
import krait.http.Exchange;
import krait.runtime.web.Answer;
import krait.runtime.web.HandlerCall;

/// A handler on its way through the pool. [#run] is called by a thread of the pool, the answer is
/// given on the loop of the connection.
final class PooledCall implements Runnable {
    private enum Stage {
        WAITING,
        RUNNING,
        GIVEN_UP
    }

    private final CompiledDispatcher dispatcher;
    private final HandlerPool pool;
    private final CompiledApplication application;
    private final Exchange exchange;
    private final HandlerCall call;
    private final long submitted = System.nanoTime();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile boolean gone;

    /// Of the loop alone.
    private boolean answered;

    PooledCall(
            CompiledDispatcher dispatcher,
            HandlerPool pool,
            CompiledApplication application,
            Exchange exchange,
            HandlerCall call) {
        this.dispatcher = dispatcher;
        this.pool = pool;
        this.application = application;
        this.exchange = exchange;
        this.call = call;
    }

    /// Submits it, on the loop.
    void start() {
        exchange.response().onGone(() -> gone = true);
        pool.submit(this);
    }

    long submitted() {
        return submitted;
    }

    /// Whether it was waiting, and will not run.
    boolean giveUpWaiting() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    }

    @Override
    public void run() {
        if (!stage.compareAndSet(Stage.WAITING, Stage.RUNNING)) {
            return;
        }
        pool.begun();
        if (gone) {
            pool.finished(this);
            return;
        }
        RoutePlace place = application.places().get(call.route().index());
        long began = System.nanoTime();
        try {
            Answer answer = call.run();
            place.ran(System.nanoTime() - began);
            exchange.execute(() -> answer(answer));
        } catch (Throwable raised) {
            place.ran(System.nanoTime() - began);
            Problem problem = dispatcher.problem(application, raised);
            exchange.execute(() -> refuse(problem));
        } finally {
            pool.finished(this);
        }
    }

    private void answer(Answer answer) {
        if (!answered) {
            answered = true;
            CompiledDispatcher.send(exchange.response(), answer);
        }
    }

    /// Answers with a problem, from another thread.
    void execute(Problem problem) {
        pool.finished(this);
        exchange.execute(() -> refuse(problem));
    }

    /// Answers with a problem, on the loop.
    void refuse(Problem problem) {
        if (!answered) {
            answered = true;
            Answers.failure(exchange, problem);
        }
    }
}
