package krait.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationsTest {
    @Test
    void everyUnitIsRead() {
        assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(Durations.parse("10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(Durations.parse("2m")).isEqualTo(Duration.ofMinutes(2));
        assertThat(Durations.parse("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(Durations.parse("7d")).isEqualTo(Duration.ofDays(7));
        assertThat(Durations.parse("0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void numberWithoutUnitIsRefusedWithAProposal() {
        assertThatThrownBy(() -> Durations.parse("30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("add a unit (ms, s, m, h or d): 30s is seconds");
    }

    @Test
    void otherTextIsRefused() {
        for (String text :
                new String[] {"", "s", "-1s", "1.5s", "ten", "10 s", "9999999999999999s"}) {
            assertThatThrownBy(() -> Durations.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Durations.parse("10sec")).hasMessageContaining("ms, s, m, h or d");
        assertThatThrownBy(() -> Durations.parse("999999999999999d"))
                .hasMessageContaining("shorter");
    }

    @Test
    void formatIsReadBack() {
        for (String text :
                new String[] {"0", "1ms", "500ms", "1500ms", "60s", "75s", "2m", "120m"}) {
            assertThat(Durations.format(Durations.parse(text))).isEqualTo(text);
        }
        assertThat(Durations.format(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(Durations.format(Duration.ofMinutes(2))).isEqualTo("2m");
    }
}
