package krait.http;

import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;

/// One request on a connection of HTTP/1. A new one for each request, so that whoever holds on to
/// an old one can't touch the next.
final class Http1Exchange implements Exchange {
    private static final Log LOG = Log.of("http");

    private final Http1Connection connection;
    private final RequestBody body;
    private final Http1Response response;
    private final long startNanos;

    /// Empty until somebody asks, unless the client gave one.
    private String id;

    private boolean dispatched;

    Http1Exchange(Http1Connection connection, RequestBody body, String id, long startNanos) {
        this.id = id;
        this.connection = connection;
        this.body = body;
        this.startNanos = startNanos;
        this.response = new Http1Response(connection, this);
    }

    /// Hands itself to the dispatcher of the edge.
    void dispatch() {
        dispatched = true;
        counters().add(EdgeCounters.REQUESTS, 1);
        counters().add(EdgeCounters.REQUESTS_ACTIVE, 1);
        try {
            if (head().pathStart == head().pathEnd) {
                answerForServer();
            } else {
                connection.loop().context().root().dispatch(this);
            }
        } catch (RuntimeException defect) {
            fail(defect(defect));
        }
    }

    /// `OPTIONS *` asks the server as a whole (RFC 9110 section 9.3.7), which no mount is.
    private void answerForServer() {
        response.status(204);
        response.header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE");
        response.end();
    }

    /// Counts and logs how it ended.
    void account() {
        retire();
        int status = response.code();
        counters().responded(status);
        EdgeContext context = connection.loop().context();
        if (context.timesRequests()) {
            long nanos = System.nanoTime() - startNanos;
            connection.loop().durations().record(nanos);
            if (context.logsAccess()) {
                context.accessLog().log(record(status, nanos));
            }
        }
    }

    /// It is in progress no more.
    void retire() {
        if (dispatched) {
            dispatched = false;
            counters().add(EdgeCounters.REQUESTS_ACTIVE, -1);
        }
    }

    private EdgeCounters counters() {
        return connection.loop().counters();
    }

    @Override
    public ReceivedHead head() {
        return connection.head();
    }

    @Override
    public Connection connection() {
        return connection.client();
    }

    @Override
    public String id() {
        if (id.isEmpty()) {
            id = connection.loop().requestIds().next();
        }
        return id;
    }

    @Override
    public RequestBody body() {
        return body;
    }

    @Override
    public Http1Response response() {
        return response;
    }

    @Override
    public boolean inLoop() {
        return connection.loop().executor().inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        connection.loop().executor().execute(task);
    }

    @Override
    public void fail(Problem problem) {
        LOG.problem(problem, "request", id(), "method", head().method(), "target", head().target());
        answer(problem.blame().httpStatus(), problem.safe() ? problem.what() : "");
    }

    @Override
    public void fail(int status) {
        answer(status, "");
    }

    private void answer(int status, String message) {
        if (response.started()) {
            response.abort();
        } else {
            ErrorPage.send(this, status, message);
        }
    }

    static Problem defect(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return Problem.of("edge-defect", Blame.INTERNAL, "a request could not be served: " + cause)
                .at(trace.length > 0 ? trace[0].toString() : "");
    }

    /// Logs a fault of the application in its response.
    void fault(String code, String what) {
        LOG.problem(
                Problem.of(code, Blame.APP, what).at(head().method() + " " + head().target()),
                "request",
                id());
    }

    private static String protocol(ReceivedHead head) {
        if (head.targetEnd == 0) {
            return "";
        }
        return head.minorVersion() == 0 ? "HTTP/1.0" : "HTTP/1.1";
    }

    private AccessRecord record(int status, long nanos) {
        ReceivedHead head = head();
        return new AccessRecord(
                id(),
                connection.client().remoteHost(),
                head.method(),
                head.target(),
                protocol(head),
                status,
                response.written(),
                nanos / 1000,
                head.header("referer").orElse(""),
                head.header("user-agent").orElse(""));
    }
}
