package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import krait.base.Limits;
import org.junit.jupiter.api.Test;

final class RequestDecoderTest {
    private static final Limits SMALL =
            new Limits(
                    100,
                    3,
                    10,
                    5,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75),
                    1,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    1);

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static RequestDecoder decoder(Limits limits, String request) {
        RequestDecoder decoder = new RequestDecoder(limits, new ByteArrayPool(4096));
        append(decoder, request);
        return decoder;
    }

    private static void append(RequestDecoder decoder, String text) {
        decoder.append(bytes(text), 0, text.length());
    }

    private static ReceivedHead head(String request) {
        RequestDecoder decoder = decoder(Limits.DEFAULTS, request);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        return decoder.head();
    }

    private static String outcome(Limits limits, String request) {
        List<String> lines = Transcript.of(limits, bytes(request));
        return lines.isEmpty() ? "more" : lines.getLast();
    }

    @Test
    void pathIsPercentDecodedIntoLatin1() {
        assertThat(head("GET /a%20b%C3%a9%zz%4?q%20 HTTP/1.0\r\n\r\n").path())
                .isEqualTo("/a b\u00c3\u00a9%zz%4");
    }

    @Test
    void pathWithoutEscapesIsAsReceived() {
        assertThat(head("GET /a/b?c HTTP/1.0\r\n\r\n").path()).isEqualTo("/a/b");
    }

    @Test
    void absoluteFormWithoutPathHasTheRoot() {
        ReceivedHead head = head("GET http://a?b HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(head.path()).isEqualTo("/");
        assertThat(Transcript.describe(head)).contains("path / query b 1.1");
    }

    @Test
    void headerIsFoundInAnyCaseAndTheFirstCounts() {
        ReceivedHead head = head("GET / HTTP/1.0\r\nX-Name: a\r\nx-name: b\r\n\r\n");
        assertThat(head.header("x-nAME")).contains("a");
        assertThat(head.header("x-nam")).isEmpty();
        assertThat(head.all("x-name")).containsExactly("a", "b");
    }

    @Test
    void knownMethodsAreSharedStrings() {
        for (String method :
                List.of("GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE")) {
            assertThat(head(method + " / HTTP/1.0\r\n\r\n").method()).isSameAs(method.intern());
        }
        assertThat(head("PUSH / HTTP/1.0\r\n\r\n").method()).isEqualTo("PUSH");
        assertThat(head("GOT / HTTP/1.0\r\n\r\n").method()).isEqualTo("GOT");
    }

    @Test
    void repeatedSectionIsToldAndOffsetsFollowIt() {
        String section = "Host: a\r\nContent-Length: 0\r\nX: y\r\n\r\n";
        Transcript transcript = new Transcript(Limits.DEFAULTS);
        String first = "GET / HTTP/1.1\r\n" + section;
        String second = "GET /longer HTTP/1.1\r\n" + section;
        transcript.feed(bytes(first + second), 0, first.length() + second.length());
        assertThat(transcript.lines())
                .containsExactly(
                        "GET [/] path / query  1.1 length 0 keep {Host=a} {Content-Length=0} {X=y}",
                        "body ",
                        "GET [/longer] path /longer query  1.1 length 0 keep again {Host=a}"
                                + " {Content-Length=0} {X=y}",
                        "body ");
    }

    @Test
    void sameSectionInAnotherVersionIsReadAgain() {
        String section = "Host: a\r\nConnection: keep-alive\r\n\r\n";
        List<String> lines =
                Transcript.of(
                        Limits.DEFAULTS,
                        bytes("GET / HTTP/1.1\r\n" + section + "GET / HTTP/1.0\r\n" + section));
        assertThat(lines).noneMatch(line -> line.contains(" again"));
    }

    @Test
    void absoluteTargetIsComparedWithARepeatedHost() {
        String section = "Host: a\r\n\r\n";
        assertThat(
                        outcome(
                                Limits.DEFAULTS,
                                "GET / HTTP/1.1\r\n"
                                        + section
                                        + "GET http://b/ HTTP/1.1\r\n"
                                        + section))
                .isEqualTo("refused HOST_MISMATCH");
    }

    @Test
    void nothingIsRememberedAfterForget() {
        String request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        RequestDecoder decoder = decoder(Limits.DEFAULTS, request);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        decoder.recycle();
        decoder.forget();
        append(decoder, request);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        assertThat(decoder.head().repeatsHeaders()).isFalse();
        assertThat(decoder.head().header("host")).contains("a");
    }

    @Test
    void bufferIsLentOnlyWhileThereAreBytes() {
        ByteArrayPool pool = new ByteArrayPool(64);
        byte[] lent = pool.take(64);
        pool.give(lent);
        RequestDecoder decoder = new RequestDecoder(Limits.DEFAULTS, pool);
        append(decoder, "GET / HTTP/1.0\r\n\r\n");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        assertThat(decoder.buffer()).isSameAs(lent);
        decoder.recycle();
        assertThat(decoder.buffer()).isEmpty();
        assertThat(pool.take(64)).isSameAs(lent);
    }

    @Test
    void headStaysWhereItIsWhileMoreArrives() {
        RequestDecoder decoder = decoder(Limits.DEFAULTS, "GET /path HTTP/1.0\r\nA: b\r\n\r\n");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        ReceivedHead head = decoder.head();
        byte[] held = head.bytes();
        String before = Transcript.describe(head);
        append(decoder, "x".repeat(50_000));
        assertThat(Transcript.describe(head)).isEqualTo(before);
        assertThat(new String(held, head.pathStart(), 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("/path");
        assertThat(decoder.buffered()).isEqualTo(50_000);
    }

    @Test
    void bodyBytesMayGoPastTheDecoder() {
        RequestDecoder decoder =
                decoder(Limits.DEFAULTS, "PUT / HTTP/1.0\r\nContent-Length: 100\r\n\r\n0123");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.DATA);
        assertThat(decoder.expected()).isEqualTo(96);
        decoder.taken(95);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.MORE);
        decoder.taken(1);
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.END);
    }

    @Test
    void chunkDataMayGoPastTheDecoder() {
        RequestDecoder decoder =
                decoder(
                        Limits.DEFAULTS,
                        "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        assertThat(decoder.expected()).isZero();
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.MORE);
        assertThat(decoder.expected()).isEqualTo(100);
        decoder.taken(100);
        assertThat(decoder.expected()).isZero();
        append(decoder, "\r\n0\r\n\r\n");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.END);
    }

    @Test
    void headOfTheGreatestSizeIsReadAndOneByteMoreIsRefused() {
        String start = "GET / HTTP/1.0\r\nA: ";
        String most = start + "x".repeat(100 - start.length() - 4) + "\r\n\r\n";
        assertThat(most).hasSize(100);
        assertThat(outcome(SMALL, most)).isEqualTo("body ");
        assertThat(outcome(SMALL, most.replace(": ", ": x"))).isEqualTo("refused HEADER_TOO_LARGE");
    }

    @Test
    void repeatedHeadBeyondTheGreatestSizeIsRefused() {
        String section = "A: " + "x".repeat(73) + "\r\n\r\n";
        String first = "GET / HTTP/1.0\r\n" + section;
        assertThat(outcome(SMALL, first + first)).isEqualTo("body ");
        assertThat(outcome(SMALL, first + "GET /12345 HTTP/1.0\r\n" + section))
                .isEqualTo("refused HEADER_TOO_LARGE");
    }

    @Test
    void mostFieldsAreReadAndOneMoreIsRefused() {
        assertThat(outcome(SMALL, "GET / HTTP/1.0\r\n" + "A: b\r\n".repeat(3) + "\r\n"))
                .isEqualTo("body ");
        assertThat(outcome(SMALL, "GET / HTTP/1.0\r\n" + "A: b\r\n".repeat(4) + "\r\n"))
                .isEqualTo("refused TOO_MANY_FIELDS");
    }

    @Test
    void longestTargetIsReadAndOneByteMoreIsRefused() {
        assertThat(outcome(SMALL, "GET /123456789 HTTP/1.0\r\n\r\n")).isEqualTo("body ");
        assertThat(outcome(SMALL, "GET /1234567890 HTTP/1.0\r\n\r\n"))
                .isEqualTo("refused TARGET_TOO_LONG");
    }

    @Test
    void longestMethodIsReadAndOneByteMoreIsRefused() {
        String most = "M".repeat(Methods.BYTES_MAX);
        assertThat(outcome(SMALL, most + " / HTTP/1.0\r\n\r\n")).isEqualTo("body ");
        assertThat(outcome(SMALL, most + "M / HTTP/1.0\r\n\r\n"))
                .isEqualTo("refused UNKNOWN_METHOD");
    }

    @Test
    void longestBodyIsReadAndOneByteMoreIsRefused() {
        assertThat(outcome(SMALL, "PUT / HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello"))
                .isEqualTo("body hello");
        assertThat(outcome(SMALL, "PUT / HTTP/1.0\r\nContent-Length: 6\r\n\r\nhello!"))
                .isEqualTo("refused BODY_TOO_LARGE");
    }

    @Test
    void longestChunkedBodyIsReadAndOneByteMoreIsRefused() {
        String head = "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(outcome(SMALL, head + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"))
                .isEqualTo("body hello");
        assertThat(outcome(SMALL, head + "2\r\nhe\r\n4\r\nllo!\r\n0\r\n\r\n"))
                .isEqualTo("refused BODY_TOO_LARGE");
    }

    @Test
    void mostTrailersAreReadAndOneMoreIsRefused() {
        String head = "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
        assertThat(outcome(SMALL, head + "A: b\r\n".repeat(3) + "\r\n")).isEqualTo("body ");
        assertThat(outcome(SMALL, head + "A: b\r\n".repeat(4) + "\r\n"))
                .isEqualTo("refused TOO_MANY_FIELDS");
    }

    @Test
    void refusedRequestKeepsNothingOfTheOneBefore() {
        RequestDecoder decoder =
                decoder(Limits.DEFAULTS, "GET /first HTTP/1.0\r\nReferer: a\r\n\r\nG(T");
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.HEAD);
        decoder.recycle();
        assertThat(decoder.next()).isEqualTo(RequestDecoder.Step.REFUSED);
        assertThat(decoder.head().method()).isEmpty();
        assertThat(decoder.head().target()).isEmpty();
        assertThat(decoder.head().header("referer")).isEmpty();
    }
}
