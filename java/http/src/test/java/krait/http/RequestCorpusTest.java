package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import krait.base.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of `conformance/http`, by the decoder alone and by a live edge.
final class RequestCorpusTest {
    static List<RequestCase> cases() throws IOException {
        return RequestCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decoderAgrees(RequestCase given) {
        List<String> answers = new ArrayList<>();
        boolean open = false;
        for (String line : Transcript.of(Limits.DEFAULTS, given.bytes())) {
            if (line.startsWith("refused ")) {
                Refusal refusal = Refusal.valueOf(line.substring("refused ".length()));
                answers.add(Integer.toString(refusal.status()));
                open = false;
            } else if (line.startsWith("body ")) {
                answers.add("ok");
                open = false;
            } else {
                open = true;
            }
        }
        List<String> expected = new ArrayList<>(given.expected());
        boolean more = expected.remove("more");
        assertThat(answers).isEqualTo(expected);
        assertThat(open).isEqualTo(more && !endsInHead(given));
    }

    private static boolean endsInHead(RequestCase given) {
        return given.toString().equals("incomplete head");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsMakeNoDifference(RequestCase given) {
        byte[] bytes = given.bytes();
        List<String> whole = Transcript.of(Limits.DEFAULTS, bytes);
        Transcript single = new Transcript(Limits.DEFAULTS);
        for (int i = 0; i < bytes.length; i++) {
            single.feed(bytes, i, i + 1);
        }
        assertThat(single.lines()).isEqualTo(whole);
        for (int cut = 1; cut < Math.min(bytes.length, 500); cut++) {
            Transcript halves = new Transcript(Limits.DEFAULTS);
            halves.feed(bytes, 0, cut);
            halves.feed(bytes, cut, bytes.length);
            assertThat(halves.lines()).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void liveEdgeAgrees() throws IOException {
        AtomicInteger dispatched = new AtomicInteger();
        Dispatcher root =
                exchange -> {
                    dispatched.incrementAndGet();
                    exchange.response().status(200);
                    exchange.response().end();
                };
        try (LiveEdge edge = LiveEdge.start(root)) {
            for (RequestCase given : RequestCase.all()) {
                dispatched.set(0);
                List<String> answers = new ArrayList<>();
                try (RawClient client = edge.connect()) {
                    client.send(given.bytes()).shutdownOutput();
                    for (String expected : given.expected()) {
                        if (!expected.equals("more")) {
                            int status = client.answer().status();
                            answers.add(status < 300 ? "ok" : Integer.toString(status));
                        }
                    }
                    assertThat(client.closedByServer()).as(given.toString()).isTrue();
                }
                long ok = answers.stream().filter("ok"::equals).count();
                assertThat(answers)
                        .as(given.toString())
                        .isEqualTo(
                                given.expected().stream().filter(e -> !e.equals("more")).toList());
                boolean forServer = given.toString().equals("options for the server");
                assertThat(dispatched.get()).as(given.toString()).isEqualTo(forServer ? 0 : ok);
            }
        }
    }
}
