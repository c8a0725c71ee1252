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
    private String id = "";
    private boolean dispatched;

    Http1Exchange(Http1Connection connection, RequestBody body, long startNanos) {
        this.connection = connection;
        this.body = body;
        this.startNanos = startNanos;
        this.response = new Http1Response(connection, this);
    }

    boolean dispatched() {
        return dispatched;
    }

    void markDispatched() {
        dispatched = true;
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
            String given = connection.client().requestId(head());
            id = given.isEmpty() ? connection.loop().requestIds().next() : given;
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

    AccessRecord record(int status, long responseBytes) {
        ReceivedHead head = head();
        return new AccessRecord(
                id(),
                connection.client().remoteHost(),
                head.method(),
                head.target(),
                protocol(head),
                status,
                responseBytes,
                (System.nanoTime() - startNanos) / 1000,
                head.header("referer").orElse(""),
                head.header("user-agent").orElse(""));
    }
}
