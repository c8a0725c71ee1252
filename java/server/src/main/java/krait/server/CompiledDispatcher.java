package krait.server;

import java.nio.charset.StandardCharsets;
import krait.base.Blame;
import krait.base.Problem;
import krait.http.Dispatcher;
import krait.http.Exchange;
import krait.http.RequestHead;
import krait.http.Response;
import krait.runtime.web.Answer;
import krait.runtime.web.ContentType;
import krait.runtime.web.HandlerCall;
import krait.runtime.web.Routes;

/// Joins the edge and the compiler: answers the exchanges of a mount with handlers of a compiled
/// application. Short handlers run on the event loop of the connection, all others in the pool.
final class CompiledDispatcher implements Dispatcher {
    private static final String FIELD = "Content-Type";
    private static final byte[] TEXT = field(ContentType.TEXT);
    private static final byte[] BINARY = field(ContentType.BINARY);
    private static final byte[] JSON = field(ContentType.JSON);

    private final int prefixOctets;
    private final HandlerPool pool;
    private final boolean debug;
    private volatile CompiledApplication current;

    CompiledDispatcher(
            String prefix, HandlerPool pool, boolean debug, CompiledApplication application) {
        this.prefixOctets = prefix.getBytes(StandardCharsets.UTF_8).length;
        this.pool = pool;
        this.debug = debug;
        this.current = application;
    }

    /// From the next request on this one answers.
    void use(CompiledApplication application) {
        current = application;
    }

    @Override
    public void dispatch(Exchange exchange) {
        CompiledApplication application = current;
        RequestHead head = exchange.head();
        byte[] bytes = head.bytes();
        int start = Routes.behind(bytes, head.pathStart(), head.pathEnd(), prefixOctets);
        switch (application
                .routes()
                .find(
                        head.method(),
                        bytes,
                        start,
                        head.pathEnd(),
                        head.queryStart(),
                        head.queryEnd())) {
            case Answer answer -> send(exchange.response(), answer);
            case HandlerCall call -> run(application, exchange, call);
        }
    }

    private void run(CompiledApplication application, Exchange exchange, HandlerCall call) {
        RoutePlace place = application.places().get(call.route().index());
        if (!place.onLoop()) {
            new PooledCall(this, pool, application, exchange, call).start();
            return;
        }
        long began = System.nanoTime();
        Answer answer;
        try {
            answer = call.run();
        } catch (Throwable raised) {
            // Also a stack overflow or no memory: they are the handler's, and Python's exceptions.
            place.ran(System.nanoTime() - began);
            exchange.fail(problem(application, raised));
            return;
        }
        place.ran(System.nanoTime() - began);
        send(exchange.response(), answer);
    }

    /// What a handler raised, with the traceback that CPython would print.
    Problem problem(CompiledApplication application, Throwable raised) {
        String traceback = application.program().traceback(raised).stripTrailing();
        Problem problem = Problem.of("application-error", Blame.APP, traceback);
        return debug ? problem.safeForClients() : problem;
    }

    static void send(Response response, Answer answer) {
        response.status(answer.status());
        switch (answer.type()) {
            case TEXT -> header(response, TEXT);
            case JSON -> header(response, JSON);
            case BINARY -> header(response, BINARY);
            case NONE -> {}
        }
        if (!answer.allow().isEmpty()) {
            response.header("Allow", answer.allow());
        }
        response.end(answer.body(), 0, answer.body().length);
    }

    /// Name and value behind each other.
    private static byte[] field(ContentType type) {
        return (FIELD + type.text()).getBytes(StandardCharsets.US_ASCII);
    }

    private static void header(Response response, byte[] field) {
        int name = FIELD.length();
        response.header(field, 0, name, name, field.length - name);
    }
}
