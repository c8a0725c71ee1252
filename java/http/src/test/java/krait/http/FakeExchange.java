package krait.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// An exchange without a connection, for dispatchers that read the head and answer.
final class FakeExchange implements Exchange {
    private final RequestHead head;
    private final FakeResponse response;
    private @Nullable Problem problem;

    private FakeExchange(RequestHead head, boolean eager) {
        this.head = head;
        this.response = new FakeResponse(eager);
    }

    static FakeExchange of(String method, String target, String... fields) {
        return new FakeExchange(new FakeHead(method, target, fields), true);
    }

    static FakeExchange get(String target, String... fields) {
        return of("GET", target, fields);
    }

    /// One whose client takes bytes only when told to.
    static FakeExchange slow(String target, String... fields) {
        return new FakeExchange(new FakeHead("GET", target, fields), false);
    }

    FakeExchange through(Dispatcher dispatcher) {
        dispatcher.dispatch(this);
        return this;
    }

    @Nullable Problem problem() {
        return problem;
    }

    @Override
    public RequestHead head() {
        return head;
    }

    @Override
    public FakeResponse response() {
        return response;
    }

    @Override
    public String id() {
        return "id-1";
    }

    @Override
    public boolean inLoop() {
        return true;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void fail(Problem cause) {
        problem = cause;
        fail(cause.blame().httpStatus());
    }

    @Override
    public void fail(int status) {
        response.reset();
        response.status(status);
        byte[] page = Integer.toString(status).getBytes(US_ASCII);
        response.end(page, 0, page.length);
    }

    @Override
    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestBody body() {
        throw new UnsupportedOperationException();
    }
}
