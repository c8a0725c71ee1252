package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MetricsTextTest {
    private final MetricsText text = new MetricsText();

    @Test
    void aFamilyIsItsHelpItsTypeAndItsSamples() {
        text.family("krait_lanes", "gauge", "Lanes.")
                .sample("krait_lanes", 3, "mount", "/", "state", "busy")
                .sample("krait_lanes", 0, "mount", "/", "state", "idle");
        assertThat(text)
                .hasToString(
                        """
                        # HELP krait_lanes Lanes.
                        # TYPE krait_lanes gauge
                        krait_lanes{mount="/",state="busy"} 3
                        krait_lanes{mount="/",state="idle"} 0
                        """);
    }

    @Test
    void labelsAreEscaped() {
        text.sample("m", 1, "mount", "/a\"b\\c\nd");
        assertThat(text).hasToString("m{mount=\"/a\\\"b\\\\c\\nd\"} 1\n");
    }

    @Test
    void secondsHaveNoMoreDigitsThanTheyNeed() {
        assertThat(MetricsText.secondsOf(0)).isEqualTo("0");
        assertThat(MetricsText.secondsOf(500_000)).isEqualTo("0.0005");
        assertThat(MetricsText.secondsOf(2_500_000_000L)).isEqualTo("2.5");
        assertThat(MetricsText.secondsOf(Long.MAX_VALUE)).isEqualTo("9223372036.854775807");
        text.seconds("s_sum", Duration.ofMillis(1500));
        assertThat(text).hasToString("s_sum 1.5\n");
    }
}
