package krait.http;

import java.nio.charset.StandardCharsets;

/// The answer that the edge gives itself: status, reason and at most one safe sentence, as text.
final class ErrorPage {
    private ErrorPage() {}

    static void send(Http1Exchange exchange, int status, String message) {
        Http1Response response = exchange.response();
        response.reset();
        response.status(status);
        response.header("Content-Type", "text/plain; charset=utf-8");
        if (status >= 500) {
            response.header("X-Request-Id", exchange.id());
        }
        if (status == 503) {
            response.header("Retry-After", "1");
        }
        String text = status + " " + StatusLines.reason(status) + "\n";
        byte[] page =
                (message.isEmpty() ? text : text + message + "\n").getBytes(StandardCharsets.UTF_8);
        response.end(page, 0, page.length);
    }
}
