package krait.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import krait.cli.command.Context;
import krait.server.Launcher;
import krait.server.Server;
import krait.server.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `krait serve` in a process of its own, ended and reloaded by real signals.
@Timeout(60)
final class ProcessSignalsTest {
    @TempDir Path folder;

    @Test
    void termDrainsAndExitsWithZero() throws Exception {
        try (Child child = new Child(folder)) {
            child.expect("krait: listening on http://127.0.0.1:1");
            child.kill("HUP");
            child.expect("reload");
            child.kill("HUP");
            child.expect("reload");
            child.kill("TERM");
            child.expect("drain");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void interruptDrainsAndExitsWithZero() throws Exception {
        try (Child child = new Child(folder)) {
            child.expect("krait: listening on http://127.0.0.1:1");
            child.kill("INT");
            child.expect("drain");
            assertThat(child.exitCode()).isZero();
        }
    }

    private static final class Child implements AutoCloseable {
        private final Process process;
        private final BufferedReader lines;

        Child(Path folder) throws Exception {
            new Trial(folder).file("wsgi.py");
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process =
                    new ProcessBuilder(
                                    java,
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Probe.class.getName(),
                                    folder.toString())
                            .redirectErrorStream(true)
                            .start();
            lines = process.inputReader();
        }

        void expect(String line) throws Exception {
            assertThat(lines.readLine()).isEqualTo(line);
        }

        void kill(String signal) throws Exception {
            String pid = String.valueOf(process.pid());
            new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start().waitFor();
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /// The program that the signals go to: the real command line and the real signals, with a
    /// server that says what it is told.
    static final class Probe implements Server, Launcher {
        private final CountDownLatch drained = new CountDownLatch(1);

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Context context =
                    new Context(
                            folder,
                            System.getenv(),
                            () -> folder,
                            System.out,
                            System.err,
                            new ProcessSignals(),
                            new Probe(),
                            () -> Runtime.getRuntime().halt(0),
                            false);
            System.exit(new Cli(context).run(List.of("serve")));
        }

        @Override
        public Optional<Server> start(Settings settings, CompletableFuture<Void> cancelled) {
            return Optional.of(this);
        }

        @Override
        public List<Loaded> check(Settings settings) {
            return List.of();
        }

        @Override
        public List<String> addresses() {
            return List.of("http://127.0.0.1:1");
        }

        @Override
        public void reload() {
            System.out.println("reload");
        }

        @Override
        public void drain() {
            System.out.println("drain");
            drained.countDown();
        }

        @Override
        public void await() throws InterruptedException {
            drained.await();
        }

        @Override
        public void close() {}
    }
}
