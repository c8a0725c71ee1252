package krait.http;

import krait.base.Problem;

/// One request and its response. Everything in it belongs to the event loop of its connection: call
/// nothing but [#inLoop] and [#execute] from another thread.
public interface Exchange {
    RequestHead head();

    Connection connection();

    /// The request id: from a trusted `X-Request-ID`, else made here; visible ASCII, at most 64
    /// bytes.
    String id();

    RequestBody body();

    Response response();

    /// Whether the caller is on the event loop of the connection.
    boolean inLoop();

    /// Runs `task` on the event loop of the connection.
    void execute(Runnable task);

    /// Answers with the status that the problem's blame asks for, or, when the response has
    /// started, cuts the connection. Logs the problem with the request id.
    void fail(Problem problem);

    /// Answers with `status` and a short plain-text page, or, when the response has started, cuts
    /// the connection. Logs nothing.
    void fail(int status);
}
