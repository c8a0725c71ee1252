package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import krait.base.Limits;
import krait.http.AccessLog;
import krait.http.Edge;
import krait.http.EdgeSettings;
import krait.http.Exchange;
import krait.http.TrustedProxies;
import krait.wire.FrameReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The variables of a request, made from what a real connection brought.
final class EnvironTest {
    private static Loops loops;
    private static Edge edge;
    private static volatile Map<?, ?> block = Map.of();

    @BeforeAll
    static void listen() {
        loops = new Loops(1, Settings.Transport.AUTO);
        edge =
                Edge.start(
                        new EdgeSettings(
                                List.of(URI.create("tcp://127.0.0.1:0")),
                                Limits.DEFAULTS,
                                TrustedProxies.parse(List.of("127.0.0.1")),
                                "krait",
                                false),
                        loops.group(),
                        EnvironTest::remember,
                        AccessLog.NONE);
    }

    @AfterAll
    static void close() {
        edge.close();
        loops.close();
    }

    private static void remember(Exchange exchange) {
        boolean chunked = exchange.head().contentLength() < 0;
        long length = chunked ? exchange.body().available() : -1;
        byte[] bytes = new Environ("/app").block(exchange.head(), exchange.connection(), length);
        FrameReader reader = new FrameReader();
        reader.reset(bytes, 0, bytes.length);
        block = (Map<?, ?>) Objects.requireNonNull(reader.value());
        exchange.fail(404);
    }

    /// Sends a request of these lines, joined as HTTP joins them.
    private static Map<?, ?> send(String... lines) throws IOException {
        String head = String.join("\r\n", lines);
        URI address = URI.create(edge.addresses().getFirst());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        return block;
    }

    @Test
    void aPlainRequestHasItsServerAndClient() throws IOException {
        Map<?, ?> environ = send("GET /app/x HTTP/1.1", "Host: example.org", "", "");
        assertThat(environ.get("SERVER_PROTOCOL")).isEqualTo("HTTP/1.1");
        assertThat(environ.get("SERVER_NAME")).isEqualTo("127.0.0.1");
        assertThat(environ.get("SCRIPT_NAME")).isEqualTo("/app");
        assertThat(environ.get("wsgi.url_scheme")).isEqualTo("http");
        assertThat(environ.get("REMOTE_ADDR")).isEqualTo("127.0.0.1");
        assertThat(environ.get("HTTP_HOST")).isEqualTo("example.org");
        assertThat(environ.containsKey("CONTENT_LENGTH")).isFalse();
        assertThat(environ.containsKey("CONTENT_TYPE")).isFalse();
    }

    @Test
    void lengthAndTypeOfTheBodyHaveNoHttpPrefix() throws IOException {
        Map<?, ?> environ =
                send(
                        "POST / HTTP/1.1",
                        "Host: a",
                        "Content-Type: text/plain",
                        "Content-Length: 3",
                        "",
                        "abc");
        assertThat(environ.get("CONTENT_TYPE")).isEqualTo("text/plain");
        assertThat(environ.get("CONTENT_LENGTH")).isEqualTo("3");
        assertThat(environ.containsKey("HTTP_CONTENT_LENGTH")).isFalse();
    }

    @Test
    void aChunkedBodyThatIsCompleteHasItsLengthInstead() throws IOException {
        Map<?, ?> environ =
                send(
                        "POST / HTTP/1.1",
                        "Host: a",
                        "Transfer-Encoding: chunked",
                        "",
                        "5",
                        "hello",
                        "0",
                        "",
                        "");
        assertThat(environ.get("CONTENT_LENGTH")).isEqualTo("5");
        assertThat(environ.containsKey("HTTP_TRANSFER_ENCODING")).isFalse();
    }

    @Test
    void fieldsOfOneNameAreJoinedAndCookiesByASemicolon() throws IOException {
        Map<?, ?> environ =
                send(
                        "GET / HTTP/1.1",
                        "Host: a",
                        "Accept: x",
                        "Cookie: a=1",
                        "accept: y",
                        "cookie: b=2",
                        "",
                        "");
        assertThat(environ.get("HTTP_ACCEPT")).isEqualTo("x, y");
        assertThat(environ.get("HTTP_COOKIE")).isEqualTo("a=1; b=2");
    }

    @Test
    void aNameWithAnUnderscoreCannotPassForOneWithAHyphen() throws IOException {
        Map<?, ?> environ =
                send("GET / HTTP/1.1", "Host: a", "X_Real_Ip: evil", "X-Real-Ip: good", "", "");
        assertThat(environ.get("HTTP_X_REAL_IP")).isEqualTo("good");
    }

    @Test
    void bytesBeyondAsciiStayLatin1() throws IOException {
        Map<?, ?> environ = send("GET / HTTP/1.1", "Host: a", "X-Name: gr\u00fc\u00dfe", "", "");
        assertThat(environ.get("HTTP_X_NAME")).isEqualTo("gr\u00fc\u00dfe");
    }

    @Test
    void aTrustedProxySpeaksForItsClient() throws IOException {
        Map<?, ?> environ =
                send(
                        "GET / HTTP/1.1",
                        "Host: a",
                        "X-Forwarded-For: 203.0.113.7",
                        "X-Forwarded-Proto: https",
                        "",
                        "");
        assertThat(environ.get("REMOTE_ADDR")).isEqualTo("203.0.113.7");
        assertThat(environ.get("wsgi.url_scheme")).isEqualTo("https");
    }
}
