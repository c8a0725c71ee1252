package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import krait.http.RawClient.Answer;
import org.junit.jupiter.api.Test;

final class EdgeTest {
    private static void hello(Exchange exchange) {
        byte[] body = "Hello".getBytes(StandardCharsets.US_ASCII);
        exchange.response().status(200);
        exchange.response().header("Content-Type", "text/plain");
        exchange.response().end(body, 0, body.length);
    }

    @Test
    void getIsAnsweredAndTheConnectionStays() throws IOException {
        try (LiveEdge edge = LiveEdge.start(EdgeTest::hello);
                RawClient client = edge.connect()) {
            for (int i = 0; i < 3; i++) {
                Answer answer = client.get("/");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text()).isEqualTo("Hello");
                assertThat(answer.headers())
                        .containsEntry("server", "krait")
                        .containsEntry("content-length", "5")
                        .containsKey("date")
                        .doesNotContainKey("connection");
            }
        }
    }
}
