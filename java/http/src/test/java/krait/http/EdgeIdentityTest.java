package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import krait.base.Limits;
import org.junit.jupiter.api.Test;

/// Who the client is, how its request is called, what the access log and the gauges hear.
final class EdgeIdentityTest {
    private static final List<String> TRUSTED = List.of("127.0.0.1", "10.0.0.0/8");

    private static void tell(Exchange exchange) {
        Connection connection = exchange.connection();
        Answers.text(
                exchange,
                connection.scheme()
                        + " "
                        + connection.remoteHost()
                        + " "
                        + (connection.remotePort() > 0)
                        + " "
                        + connection.localHost());
    }

    private static LiveEdge start(List<String> trusted, Dispatcher root, AccessLog accessLog) {
        EdgeSettings settings =
                new EdgeSettings(
                        List.of(URI.create("tcp://127.0.0.1:0")),
                        Limits.DEFAULTS,
                        TrustedProxies.parse(trusted),
                        "krait",
                        false);
        return LiveEdge.start(settings, root, accessLog);
    }

    private static String ask(RawClient client, String headers) throws IOException {
        client.send("GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
        return client.answer().text();
    }

    @Test
    void forwardedHeadersOfTrustedPeersCountForEachRequest() throws IOException {
        try (LiveEdge edge = start(TRUSTED, EdgeIdentityTest::tell, AccessLog.NONE);
                RawClient client = edge.connect()) {
            String direct = "http 127.0.0.1 true 127.0.0.1";
            assertThat(ask(client, "")).isEqualTo(direct);
            String forwarded =
                    "X-Forwarded-For: 1.1.1.1, 192.0.2.7, 10.1.1.1\r\nX-Forwarded-Proto: https\r\n";
            String told = "https 192.0.2.7 false 127.0.0.1";
            assertThat(ask(client, forwarded)).isEqualTo(told);
            assertThat(ask(client, forwarded)).isEqualTo(told);
            assertThat(ask(client, "")).isEqualTo(direct);
            assertThat(ask(client, "Forwarded: for=\"[2001:db8::1]:99\";proto=https\r\n"))
                    .isEqualTo("https 2001:db8::1 true 127.0.0.1");
        }
    }

    @Test
    void forwardedHeadersOfOtherPeersAreIgnored() throws IOException {
        try (LiveEdge edge = start(List.of("10.0.0.0/8"), EdgeIdentityTest::tell, AccessLog.NONE);
                RawClient client = edge.connect()) {
            assertThat(ask(client, "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"))
                    .isEqualTo("http 127.0.0.1 true 127.0.0.1");
        }
    }

    @Test
    void requestIdOfATrustedPeerIsKept() throws IOException {
        try (LiveEdge edge =
                        start(
                                TRUSTED,
                                exchange -> Answers.text(exchange, exchange.id()),
                                AccessLog.NONE);
                RawClient client = edge.connect()) {
            assertThat(ask(client, "X-Request-ID: mine-1\r\n")).isEqualTo("mine-1");
            String longest = "i".repeat(64);
            assertThat(ask(client, "X-Request-ID: " + longest + "\r\n")).isEqualTo(longest);
            for (String bad : List.of("", "i".repeat(65), "a b", "\u00e4")) {
                assertThat(ask(client, "X-Request-ID: " + bad + "\r\n"))
                        .as(bad)
                        .isNotEqualTo(bad)
                        .matches("[0-9a-v]{10}-[0-9a-v]+");
            }
        }
    }

    @Test
    void requestIdOfAnotherPeerIsIgnored() throws IOException {
        try (LiveEdge edge =
                        start(
                                List.of(),
                                exchange -> Answers.text(exchange, exchange.id()),
                                AccessLog.NONE);
                RawClient client = edge.connect()) {
            assertThat(ask(client, "X-Request-ID: mine-1\r\n")).isNotEqualTo("mine-1");
        }
    }

    @Test
    void requestIdsAreUnique() {
        RequestIds ids = new RequestIds();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            String id = ids.next();
            assertThat(seen.add(id)).as(id).isTrue();
        }
        assertThat(seen).allMatch(RequestIds::isValid);
        assertThat(new RequestIds().next().substring(0, 10))
                .isNotEqualTo(ids.next().substring(0, 10));
    }

    @Test
    void accessLogHearsOfAnswersAndRefusals() throws IOException {
        Queue<AccessRecord> records = new ConcurrentLinkedQueue<>();
        try (LiveEdge edge =
                        start(TRUSTED, exchange -> Answers.text(exchange, "hello"), records::add);
                RawClient client = edge.connect()) {
            String fields =
                    String.join(
                            "\r\n",
                            "X-Request-ID: r1",
                            "X-Forwarded-For: 192.0.2.1",
                            "Referer: there",
                            "User-Agent: test",
                            "");
            assertThat(ask(client, fields)).isEqualTo("hello");
            client.send("HEAD /head?q HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").answer(false);
            assertThat(client.send("G(T / HTTP/1.1\r\n").answer().status()).isEqualTo(400);
            Answers.await("records", () -> records.size() == 3);
            AccessRecord answered = records.remove();
            assertThat(answered.micros()).isPositive();
            assertThat(answered)
                    .isEqualTo(
                            new AccessRecord(
                                    "r1",
                                    "192.0.2.1",
                                    "GET",
                                    "/",
                                    "HTTP/1.1",
                                    200,
                                    5,
                                    answered.micros(),
                                    "there",
                                    "test"));
            AccessRecord head = records.remove();
            assertThat(head.target()).isEqualTo("/head?q");
            assertThat(head.protocol()).isEqualTo("HTTP/1.0");
            assertThat(head.responseBytes()).isZero();
            AccessRecord refused = records.remove();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(List.of(refused.method(), refused.target(), refused.protocol()))
                    .containsOnly("");
        }
    }

    @Test
    void accessLogHearsOfClientsThatLeave() throws IOException {
        Queue<AccessRecord> records = new ConcurrentLinkedQueue<>();
        Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
        try (LiveEdge edge = start(TRUSTED, waiting::add, records::add)) {
            try (RawClient client = edge.connect()) {
                client.send("GET /left HTTP/1.1\r\nHost: a\r\n\r\n");
                Answers.await("dispatched", () -> !waiting.isEmpty());
                client.socket().setSoLinger(true, 0);
            }
            Answers.await("the record", () -> !records.isEmpty());
            assertThat(records.element().target()).isEqualTo("/left");
            assertThat(records.element().status()).isZero();
        }
    }

    @Test
    void gaugesCount() throws IOException {
        try (LiveEdge edge = start(TRUSTED, exchange -> exchange.fail(404), AccessLog.NONE);
                RawClient client = edge.connect()) {
            assertThat(client.get("/").status()).isEqualTo(404);
            assertThat(client.get("/").status()).isEqualTo(404);
            assertThat(client.send("\n").answer().status()).isEqualTo(400);
            EdgeGauges gauges = edge.edge().gauges();
            assertThat(gauges.connectionsAccepted()).isEqualTo(1);
            assertThat(gauges.requests()).isEqualTo(2);
            assertThat(gauges.requestsActive()).isZero();
            assertThat(gauges.refusals()).containsEntry("bare-line-feed", 1L);
            assertThat(gauges.limitHits().values()).containsOnly(0L);
            assertThat(gauges.responses4xx()).isEqualTo(3);
            assertThat(gauges.responses2xx()).isZero();
            assertThat(gauges.bytesReceived()).isEqualTo(2 * 30 + 1);
            assertThat(gauges.bytesSent()).isGreaterThan(300);
        }
    }
}
