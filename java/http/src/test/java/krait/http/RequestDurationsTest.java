package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import krait.base.Limits;
import krait.http.RequestDurations.Bucket;
import krait.http.RequestDurations.Snapshot;
import org.junit.jupiter.api.Test;

final class RequestDurationsTest {
    @Test
    void aDurationIsCountedInTheFirstBucketThatHoldsIt() {
        RequestDurations first = new RequestDurations();
        RequestDurations second = new RequestDurations();
        first.record(500_000);
        second.record(500_001);
        second.record(Long.MAX_VALUE / 2);
        Snapshot sum = RequestDurations.sum(List.of(first, second));
        assertThat(sum.buckets().get(0)).isEqualTo(new Bucket(500_000, 1));
        assertThat(sum.buckets().get(1)).isEqualTo(new Bucket(1_000_000, 1));
        assertThat(sum.buckets().getLast()).isEqualTo(new Bucket(Long.MAX_VALUE, 1));
        assertThat(sum.sumNanos()).isEqualTo(Long.MAX_VALUE / 2 + 1_000_001);
    }

    @Test
    void anEdgeMeasuresOnlyWhenItIsAsked() throws IOException {
        assertThat(measured(true)).isEqualTo(2);
        assertThat(measured(false)).isZero();
    }

    private static long measured(boolean durations) throws IOException {
        EdgeSettings settings =
                new EdgeSettings(
                        List.of(URI.create("tcp://127.0.0.1:0")),
                        Limits.DEFAULTS,
                        TrustedProxies.parse(List.of()),
                        "krait",
                        durations);
        Dispatcher hello = exchange -> Answers.text(exchange, "hello");
        try (LiveEdge edge = LiveEdge.start(settings, hello, AccessLog.NONE);
                RawClient client = edge.connect()) {
            client.get("/");
            client.get("/");
            Snapshot measured = edge.edge().gauges().durations();
            return measured.buckets().stream().mapToLong(Bucket::count).sum();
        }
    }
}
