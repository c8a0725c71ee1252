package krait.server;

import java.nio.charset.StandardCharsets;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import krait.http.Exchange;
import krait.http.Response;

/// Answers that the server gives in place of an engine.
final class Answers {
    private static final Log LOG = Log.of("server");

    private Answers() {}

    /// Answers a request that no lane will answer.
    static void failure(Exchange exchange, Problem problem) {
        if (exchange.response().started()) {
            exchange.fail(problem);
        } else if (problem.blame() == Blame.RESOURCES) {
            // Not logged one by one: an overload must not be made worse by its log.
            unavailable(exchange, problem);
        } else if (problem.code().equals("request-timeout")) {
            LOG.problem(problem, "request", exchange.id());
            exchange.fail(504);
        } else {
            exchange.fail(problem);
        }
    }

    private static void unavailable(Exchange exchange, Problem problem) {
        Response response = exchange.response();
        byte[] text = (problem.what() + "\n").getBytes(StandardCharsets.UTF_8);
        response.status(503);
        response.header("Content-Type", "text/plain; charset=utf-8");
        response.header("Retry-After", "1");
        response.end(text, 0, text.length);
    }
}
