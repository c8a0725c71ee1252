package krait.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Limits;
import krait.base.Problem;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Binding, draining, closing.
final class EdgeLifecycleTest {
    @TempDir Path folder;

    private static void hello(Exchange exchange) {
        Connection connection = exchange.connection();
        Answers.text(exchange, "[" + connection.remoteHost() + "]" + connection.localHost());
    }

    private static LiveEdge bind(URI... binds) {
        EdgeSettings settings =
                new EdgeSettings(
                        List.of(binds),
                        Limits.DEFAULTS,
                        TrustedProxies.parse(List.of()),
                        "krait",
                        false);
        return LiveEdge.start(settings, EdgeLifecycleTest::hello, AccessLog.NONE);
    }

    private static Problem problem(URI... binds) {
        try (LiveEdge edge = bind(binds)) {
            throw new AssertionError("bound " + edge.edge().addresses());
        } catch (KraitException e) {
            return e.problem();
        }
    }

    private static String getOverUnix(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(
                    ByteBuffer.wrap("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(10_000);
            while (channel.read(answer) >= 0) {
                // Until the server closes.
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void severalAddressesAreServed() throws IOException {
        Path socket = folder.resolve("k.sock");
        try (LiveEdge edge =
                bind(
                        URI.create("tcp://127.0.0.1:0"),
                        URI.create("tcp://localhost:0"),
                        URI.create("unix:" + socket))) {
            List<String> addresses = edge.edge().addresses();
            assertThat(addresses).hasSize(3);
            assertThat(addresses.get(0)).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*");
            assertThat(addresses.get(2)).isEqualTo("unix:" + socket);
            for (String address : addresses.subList(0, 2)) {
                try (RawClient client = RawClient.connect(URI.create(address).getPort())) {
                    assertThat(client.get("/").text()).isEqualTo("[127.0.0.1]127.0.0.1");
                }
            }
            assertThat(getOverUnix(socket)).endsWith("\r\n\r\n[]" + socket);
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void unixSocketIsServedOnNio() throws IOException {
        Path socket = folder.resolve("k.sock");
        EdgeSettings settings =
                new EdgeSettings(
                        List.of(URI.create("unix:" + socket)),
                        Limits.DEFAULTS,
                        TrustedProxies.LOCAL,
                        "krait",
                        false);
        try (LiveEdge edge = LiveEdge.startOnNio(settings, EdgeLifecycleTest::hello)) {
            assertThat(edge.edge().addresses()).containsExactly("unix:" + socket);
            assertThat(getOverUnix(socket)).endsWith("\r\n\r\n[]" + socket);
        }
    }

    @Test
    void busyPortIsToldAndNothingStaysBound() throws IOException {
        Path socket = folder.resolve("k.sock");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI busy = URI.create("tcp://127.0.0.1:" + taken.getLocalPort());
            Problem problem = problem(URI.create("unix:" + socket), busy);
            assertThat(problem.code()).isEqualTo("port-in-use");
            assertThat(problem.blame()).isEqualTo(Blame.USER);
            assertThat(problem.what()).contains(busy.toString()).contains("in use");
            assertThat(problem.remedy()).isNotEmpty();
        }
        assertThatThrownBy(() -> SocketChannel.open(UnixDomainSocketAddress.of(socket)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void addressOfAnotherMachineIsTold() {
        Problem problem = problem(URI.create("tcp://192.0.2.1:0"));
        assertThat(problem.code()).isEqualTo("bind-failed");
        assertThat(problem.what()).contains("192.0.2.1").doesNotContain("Exception");
    }

    @Test
    void malformedAddressesAreTold() {
        for (String bad : List.of("http://127.0.0.1:1", "tcp://127.0.0.1", "tcp:1", "nothing")) {
            Problem problem = problem(URI.create(bad));
            assertThat(problem.code()).as(bad).isEqualTo("bind-failed");
            assertThat(problem.blame()).as(bad).isEqualTo(Blame.USER);
        }
    }

    @Test
    void staleUnixSocketIsReplaced() throws IOException {
        Path socket = folder.resolve("k.sock");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        try (LiveEdge edge = bind(URI.create("unix:" + socket))) {
            assertThat(edge.edge().addresses()).hasSize(1);
            assertThat(getOverUnix(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void liveUnixSocketIsInUse() {
        URI address = URI.create("unix:" + folder.resolve("k.sock"));
        try (LiveEdge edge = bind(address)) {
            assertThat(edge.edge().addresses()).hasSize(1);
            assertThat(problem(address).code()).isEqualTo("port-in-use");
        }
    }

    @Test
    void fileThatIsNoSocketIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        assertThat(problem(URI.create("unix:" + file)).code()).isEqualTo("bind-failed");
        assertThat(file).hasContent("precious");
    }

    @Test
    void drainClosesIdleConnectionsAndLetsRequestsEnd() throws Exception {
        Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
        try (LiveEdge edge = LiveEdge.start(waiting::add);
                RawClient idle = edge.connect();
                RawClient busy = edge.connect();
                RawClient streaming = edge.connect()) {
            busy.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            Answers.await("busy", () -> waiting.size() == 1);
            Exchange first = waiting.remove();
            streaming.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            Answers.await("streaming", () -> waiting.size() == 1);
            Exchange second = waiting.remove();
            second.execute(() -> {
                second.response().status(200);
                Answers.write(second, "begun,");
            });
            assertThat(streaming.line()).startsWith("HTTP/1.1 200");
            Answers.await("three", () -> edge.edge().gauges().connectionsOpen() == 3);
            int port = edge.port();

            CompletableFuture<Void> drained = edge.edge().drain();
            assertThat(idle.closedByServer()).isTrue();
            Answers.await("refusing", () -> refuses(port));
            assertThat(drained).isNotDone();

            first.execute(() -> Answers.text(first, "done"));
            Answer answer = busy.answer();
            assertThat(answer.text()).isEqualTo("done");
            assertThat(answer.header("connection")).contains("close");
            assertThat(busy.closedByServer()).isTrue();
            assertThat(drained).isNotDone();
            second.execute(() -> second.response().end());
            while (!streaming.line().equals("0")) {
                // To the last chunk.
            }
            assertThat(streaming.line()).isEmpty();
            assertThat(streaming.closedByServer()).isTrue();
            drained.get(20, TimeUnit.SECONDS);
        }
    }

    private static boolean refuses(int port) {
        try (RawClient client = RawClient.connect(port)) {
            return client.closedByServer();
        } catch (ConnectException refused) {
            return true;
        } catch (IOException closing) {
            return false;
        }
    }

    @Test
    void drainWithoutConnectionsIsDoneAtOnce() throws Exception {
        try (LiveEdge edge = bind(URI.create("tcp://127.0.0.1:0"))) {
            edge.edge().drain().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void closeEndsRequestsInProgress() throws Exception {
        Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
        Queue<String> gone = new ConcurrentLinkedQueue<>();
        Dispatcher root =
                exchange -> {
                    exchange.response().onGone(() -> gone.add("gone"));
                    waiting.add(exchange);
                };
        try (LiveEdge edge = LiveEdge.start(root);
                RawClient client = edge.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            Answers.await("dispatched", () -> waiting.size() == 1);
            edge.edge().close();
            assertThat(client.closedByServer()).isTrue();
            Answers.await("gone", () -> gone.size() == 1);
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilOneCloses() throws Exception {
        Limits usual = Limits.DEFAULTS;
        Limits limits =
                Answers.limits(
                        usual.headerTimeout(),
                        usual.bodyIdleTimeout(),
                        usual.keepAliveTimeout(),
                        0,
                        2);
        try (LiveEdge edge = LiveEdge.start(limits, EdgeLifecycleTest::hello);
                RawClient first = edge.connect();
                RawClient second = edge.connect()) {
            assertThat(first.get("/").status()).isEqualTo(200);
            assertThat(second.get("/").status()).isEqualTo(200);
            // The kernel takes the connection and the request; the edge does not.
            try (RawClient third = edge.connect()) {
                third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(first.get("/").status()).isEqualTo(200);
                assertThat(edge.edge().gauges().connectionsOpen()).isEqualTo(2);
                assertThat(edge.edge().gauges().connectionsAccepted()).isEqualTo(2);
                second.socket().close();
                assertThat(third.answer().status()).isEqualTo(200);
            }
        }
    }
}
