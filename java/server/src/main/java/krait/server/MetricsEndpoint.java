package krait.server;

import java.nio.charset.StandardCharsets;
import krait.base.Log;
import krait.http.Dispatcher;
import krait.http.Exchange;
import krait.http.Response;

/// Answers `/metrics`, on an address of its own.
final class MetricsEndpoint implements Dispatcher {
    static final String PATH = "/metrics";

    private static final Log LOG = Log.of("server");

    private final Metrics metrics;

    MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void dispatch(Exchange exchange) {
        if (!exchange.head().path().equals(PATH)) {
            exchange.fail(404);
            return;
        }
        switch (exchange.head().method()) {
            case "GET", "HEAD" -> Thread.ofVirtual().name("metrics").start(() -> collect(exchange));
            default -> {
                Response response = exchange.response();
                response.status(405);
                response.header("Allow", "GET, HEAD");
                response.end();
            }
        }
    }

    private void collect(Exchange exchange) {
        try {
            byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
            exchange.execute(() -> answer(exchange.response(), text));
        } catch (RuntimeException failure) {
            LOG.warning("the metrics could not be collected: " + failure);
            exchange.execute(() -> exchange.fail(503));
        }
    }

    private static void answer(Response response, byte[] text) {
        response.status(200);
        response.header("Content-Type", MetricsText.CONTENT_TYPE);
        response.end(text, 0, text.length);
    }
}
