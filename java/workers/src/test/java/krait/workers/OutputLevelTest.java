package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import krait.base.Log.Level;
import org.junit.jupiter.api.Test;

class OutputLevelTest {
    private final OutputLevel level = new OutputLevel();

    @Test
    void plainLinesAreInfo() {
        assertThat(level.of("connected to the database")).isEqualTo(Level.INFO);
        assertThat(level.of("INFO:app:no ERROR so far")).isEqualTo(Level.INFO);
        assertThat(level.of("the order was taken, paid and delivered: ERROR is only its name"))
                .isEqualTo(Level.INFO);
    }

    @Test
    void linesThatNameTheirSeverityKeepIt() {
        assertThat(level.of("WARNING:root:disk is nearly full")).isEqualTo(Level.WARNING);
        assertThat(level.of("[2026-01-01 00:00:00] ERROR in app: no")).isEqualTo(Level.ERROR);
        assertThat(level.of("CRITICAL:root:fire")).isEqualTo(Level.ERROR);
        assertThat(level.of("Fatal Python error: Segmentation fault")).isEqualTo(Level.ERROR);
    }

    @Test
    void tracebackIsAnErrorFromItsFirstLineToItsLast() {
        List<String> lines =
                List.of(
                        "Traceback (most recent call last):",
                        "  File \"app.py\", line 1, in <module>",
                        "    1 / 0",
                        "ZeroDivisionError: division by zero");
        assertThat(lines.stream().map(level::of)).containsOnly(Level.ERROR);
        assertThat(level.of("after it")).isEqualTo(Level.INFO);
    }
}
