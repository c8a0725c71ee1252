package krait.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import krait.base.Limits;

/// What tests say and wait for.
final class Answers {
    private Answers() {}

    static void text(Exchange exchange, String text) {
        byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
        exchange.response().status(200);
        exchange.response().header("Content-Type", "text/plain");
        exchange.response().end(body, 0, body.length);
    }

    static void write(Exchange exchange, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        exchange.response().write(bytes, 0, bytes.length);
    }

    static boolean header(Exchange exchange, String name, String value) {
        byte[] bytes = (name + value).getBytes(StandardCharsets.ISO_8859_1);
        return exchange.response().header(bytes, 0, name.length(), name.length(), value.length());
    }

    static boolean status(Exchange exchange, String status) {
        byte[] bytes = status.getBytes(StandardCharsets.ISO_8859_1);
        return exchange.response().status(bytes, 0, bytes.length);
    }

    /// Waits until the condition holds; an assertion error after 20 s.
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    static Limits timeouts(Duration header, Duration bodyIdle, Duration keepAlive) {
        return limits(header, bodyIdle, keepAlive, 0, Limits.DEFAULTS.connectionsMax());
    }

    static Limits limits(
            Duration header,
            Duration bodyIdle,
            Duration keepAlive,
            long bodyBytesMax,
            int connectionsMax) {
        Limits usual = Limits.DEFAULTS;
        return new Limits(
                usual.headerBytesMax(),
                usual.headersMax(),
                usual.targetBytesMax(),
                bodyBytesMax,
                header,
                bodyIdle,
                keepAlive,
                usual.queueDepthMax(),
                usual.queueWaitMax(),
                usual.requestTimeout(),
                usual.startTimeout(),
                usual.stopTimeout(),
                connectionsMax);
    }
}
