package krait.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.Trial;
import krait.server.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeCommandTest {
    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void prepare() {
        trial = new Trial(folder).file("wsgi.py");
    }

    @Test
    void eachAddressIsOneLineOnStandardOutput() {
        assertThat(trial.run("serve")).isZero();
        assertThat(trial.out())
                .isEqualTo(
                        """
                        krait: listening on http://127.0.0.1:8000
                        krait: listening on unix:/run/krait.sock
                        """);
    }

    @Test
    void firstSignalDrainsAndTheSecondCloses() {
        Recorder server = new Recorder(trial, "TERM", "INT");
        assertThat(trial.server(server).run("serve")).isZero();
        assertThat(server.calls).containsExactly("drain", "close", "close");
    }

    @Test
    void stopThatDoesNotEndIsEndedWithTheProcess() throws InterruptedException {
        Recorder server = new Recorder(trial, "TERM"); // whose drain never ends it
        assertThat(trial.server(server).run("serve", "--stop-timeout", "20ms")).isZero();
        trial.awaitHalt();
    }

    @Test
    void hangUpReloads() {
        Recorder server = new Recorder(trial, "HUP", "HUP", "INT");
        assertThat(trial.server(server).run("serve")).isZero();
        assertThat(server.calls).containsExactly("reload", "reload", "drain", "close");
    }

    @Test
    void signalDuringTheStartEndsItWithZero() {
        Recorder server = new Recorder(trial);
        assertThat(trial.server(server).early(true, "HUP", "TERM", "INT").run("serve")).isZero();
        assertThat(trial.out()).isEmpty();
        assertThat(server.calls).isEmpty();
    }

    @Test
    void signalThatComesAsTheServerIsUpDrainsIt() {
        Recorder server = new Recorder(trial, "INT");
        assertThat(trial.server(server).early(false, "TERM").run("serve")).isZero();
        assertThat(server.calls).containsExactly("drain", "close", "close");
    }

    @Test
    void problemThatEndsTheServerIsReported() {
        Recorder server =
                new Recorder(trial) {
                    @Override
                    public void await() {
                        throw Problem.of("crash-loop", Blame.WORKER, "workers crash").exception();
                    }
                };
        assertThat(trial.server(server).run("serve")).isEqualTo(4);
        assertThat(trial.err()).isEqualTo("krait: error: workers crash\n");
        assertThat(server.calls).containsExactly("close");
    }

    /// Receives signals while the command waits for it.
    private static class Recorder implements Server {
        final List<String> calls = new ArrayList<>();
        private final Trial trial;
        private final String[] signals;

        Recorder(Trial trial, String... signals) {
            this.trial = trial;
            this.signals = signals;
        }

        @Override
        public List<String> addresses() {
            return List.of();
        }

        @Override
        public void reload() {
            calls.add("reload");
        }

        @Override
        public void drain() {
            calls.add("drain");
        }

        @Override
        public void await() {
            for (String signal : signals) {
                trial.signal(signal);
            }
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
