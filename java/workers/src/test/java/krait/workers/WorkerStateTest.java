package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerStateTest {
    private static final String BEGIN =
            "<!-- begin: generated from WorkerState by WorkerStateTest -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void diagramInTheDocumentationIsTheTable() throws IOException {
        Path page = Repository.root().resolve("docs/internals/supervisor.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String shown = text.substring(begin, text.indexOf(END, begin));
        assertThat(shown)
                .as("replace what stands between the marks in %s", page)
                .isEqualTo(diagram());
    }

    private static String diagram() {
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        diagram.append("    [*] --> ").append(label(WorkerState.STARTING)).append('\n');
        WorkerState.transitions()
                .forEach((from, row) ->
                        row.forEach((event, to) ->
                                diagram.append("    ")
                                        .append(label(from))
                                        .append(" --> ")
                                        .append(label(to))
                                        .append(" : ")
                                        .append(label(event))
                                        .append('\n')));
        return diagram.append("    stopped --> [*]\n```\n").toString();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyStateIsReachedAndOnlyStoppedIsFinal() {
        Set<WorkerState> reached = EnumSet.of(WorkerState.STARTING);
        for (int steps = 0; steps < WorkerState.values().length; steps++) {
            for (WorkerState state : EnumSet.copyOf(reached)) {
                reached.addAll(WorkerState.transitions().getOrDefault(state, Map.of()).values());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(WorkerState.values());
        for (WorkerState state : WorkerState.values()) {
            assertThat(WorkerState.transitions().containsKey(state))
                    .as("%s leads somewhere", state)
                    .isEqualTo(state != WorkerState.STOPPED);
        }
    }

    @Test
    void eventThatTheTableForbidsIsADefect() {
        assertThatThrownBy(() -> WorkerState.STOPPED.after(WorkerEvent.LOAD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a worker that is STOPPED can't LOAD");
    }
}
