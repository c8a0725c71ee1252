package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.Test;

/// A connection from request to request.
final class EdgeConnectionTest {
    private static void echoTarget(Exchange exchange) {
        Answers.text(exchange, ((ReceivedHead) exchange.head()).target());
    }

    @Test
    void connectionStaysOpenInHttp11() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            for (int i = 0; i < 3; i++) {
                Answer answer = client.get("/" + i);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text()).isEqualTo("/" + i);
                assertThat(answer.headers())
                        .containsEntry("server", "krait")
                        .containsEntry("content-length", "2")
                        .containsKey("date")
                        .doesNotContainKey("connection");
            }
        }
    }

    @Test
    void connectionClosesWhenTheClientAsks() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, Close\r\n\r\n");
            assertThat(client.answer().header("connection")).contains("close");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void connectionClosesAfterHttp10() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(client.answer().header("connection")).contains("close");
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void connectionStaysOpenInHttp10WhenTheClientAsks() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            for (int i = 0; i < 2; i++) {
                client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
                Answer answer = client.answer();
                assertThat(answer.header("connection")).contains("keep-alive");
                assertThat(answer.text()).isEqualTo("/");
            }
        }
    }

    @Test
    void pipelinedRequestsAreDispatchedOneByOneAndAnsweredInOrder() throws Exception {
        Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
        int count = 200;
        try (LiveEdge edge = LiveEdge.start(waiting::add);
                RawClient client = edge.connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < count; i++) {
                requests.append("POST /").append(i).append(" HTTP/1.1\r\nHost: a\r\n");
                requests.append("Content-Length: 3\r\n\r\nabc");
            }
            client.send(requests.toString());
            for (int i = 0; i < count; i++) {
                Answers.await("a request", () -> !waiting.isEmpty());
                assertThat(waiting).hasSize(1);
                Exchange exchange = waiting.remove();
                exchange.execute(() -> echoTarget(exchange));
                assertThat(client.answer().text()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void pipelinedRequestsAnsweredAtOnceComeInOrder() throws IOException {
        int count = 5000;
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            Thread sender =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (int i = 0; i < count; i++) {
                                        client.send("GET /" + i + " HTTP/1.1\r\nHost: a\r\n\r\n");
                                    }
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
            for (int i = 0; i < count; i++) {
                assertThat(client.answer().text()).isEqualTo("/" + i);
            }
            assertThat(sender.isInterrupted()).isFalse();
        }
    }

    @Test
    void clientThatShutsItsSideGetsItsAnswers() throws Exception {
        Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
        try (LiveEdge edge = LiveEdge.start(waiting::add);
                RawClient client = edge.connect()) {
            client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
            client.shutdownOutput();
            for (int i = 1; i <= 2; i++) {
                Answers.await("a request", () -> !waiting.isEmpty());
                Exchange exchange = waiting.remove();
                exchange.execute(() -> echoTarget(exchange));
                assertThat(client.answer().text()).isEqualTo("/" + i);
            }
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void goneIsToldOnceWhenTheClientResets() throws Exception {
        AtomicReference<Exchange> dispatched = new AtomicReference<>();
        CountDownLatch gone = new CountDownLatch(1);
        List<String> events = new ArrayList<>();
        Dispatcher root =
                exchange -> {
                    exchange.response()
                            .onGone(() -> {
                                events.add("gone");
                                gone.countDown();
                            });
                    dispatched.set(exchange);
                };
        try (LiveEdge edge = LiveEdge.start(root)) {
            try (RawClient client = edge.connect()) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                Answers.await("the request", () -> dispatched.get() != null);
                client.socket().setSoLinger(true, 0);
            }
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            // Whatever a dispatcher still does is dropped.
            Exchange exchange = dispatched.get();
            CountDownLatch dropped = new CountDownLatch(1);
            exchange.execute(() -> {
                echoTarget(exchange);
                exchange.fail(500);
                exchange.response().abort();
                dropped.countDown();
            });
            assertThat(dropped.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(events).containsExactly("gone");
            Answers.await("all closed", () -> edge.edge().gauges().connectionsOpen() == 0);
            assertThat(edge.edge().gauges().requestsActive()).isZero();
        }
    }

    @Test
    void attachmentLastsFromRequestToRequest() throws IOException {
        Dispatcher root =
                exchange -> {
                    Connection connection = exchange.connection();
                    Object before = connection.attachment();
                    connection.attach("after " + exchange.head().path());
                    Answers.text(exchange, String.valueOf(before));
                };
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            assertThat(client.get("/1").text()).isEqualTo("null");
            assertThat(client.get("/2").text()).isEqualTo("after /1");
        }
    }

    @Test
    void optionsForTheServerIsAnsweredByTheEdge() throws IOException {
        try (LiveEdge edge = LiveEdge.start(exchange -> exchange.fail(500));
                RawClient client = edge.connect()) {
            client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("allow").orElseThrow()).contains("GET");
        }
    }

    @Test
    void dispatcherThatThrowsIsAnsweredWith500AndTheNextRequestWorks() throws IOException {
        Dispatcher root =
                exchange -> {
                    if (exchange.head().path().equals("/bad")) {
                        throw new IllegalStateException("a defect of the test");
                    }
                    echoTarget(exchange);
                };
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            Answer answer = client.get("/bad");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("defect");
            assertThat(answer.header("x-request-id")).isPresent();
            assertThat(client.get("/good").text()).isEqualTo("/good");
        }
    }

    @Test
    void manyIdleConnectionsStayUsable() throws IOException {
        int count = 1000;
        List<RawClient> clients = new ArrayList<>();
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget)) {
            for (int i = 0; i < count; i++) {
                clients.add(edge.connect());
                assertThat(clients.getLast().get("/first").status()).isEqualTo(200);
            }
            assertThat(edge.edge().gauges().connectionsOpen()).isEqualTo(count);
            for (RawClient client : clients) {
                assertThat(client.get("/again").text()).isEqualTo("/again");
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void connectionCanStayOnNio() throws IOException {
        EdgeSettings settings = LiveEdge.settings(krait.base.Limits.DEFAULTS);
        try (LiveEdge edge = LiveEdge.startOnNio(settings, EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            assertThat(client.get("/1").text()).isEqualTo("/1");
            assertThat(client.get("/2").text()).isEqualTo("/2");
        }
    }

    @Test
    void refusalIsReadThoughTheClientSendsOn() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeConnectionTest::echoTarget);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\n bad\r\n\r\n" + "x".repeat(500_000));
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason()).isEqualTo("Bad Request");
            assertThat(answer.headers())
                    .containsEntry("connection", "close")
                    .containsEntry("content-type", "text/plain; charset=utf-8");
            assertThat(answer.text())
                    .isEqualTo("400 Bad Request\n" + Refusal.FOLDED_LINE.message() + "\n");
            assertThat(client.closedByServer()).isTrue();
        }
    }
}
