package krait.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
    private static final List<String> KNOWN = List.of("--port", "--workers", "--host", "--reload");

    @Test
    void swappedLettersAreOneError() {
        assertThat(Nearest.distance("prot", "port")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void nearestNameIsFound() {
        assertThat(Nearest.to("--prot", KNOWN)).isEqualTo("--port");
        assertThat(Nearest.to("--worker", KNOWN)).isEqualTo("--workers");
    }

    @Test
    void farNameHasNoSuggestion() {
        assertThat(Nearest.to("--tls-cert", KNOWN)).isEmpty();
        assertThat(Nearest.to("-w", KNOWN)).isEmpty();
    }
}
