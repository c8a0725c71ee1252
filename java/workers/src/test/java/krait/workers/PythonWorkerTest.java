package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import krait.base.Blame;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The supervisor with the worker of the `krait` package.
class PythonWorkerTest {
    private static final String APPLICATION =
            """
            def application(environ, start_response):
                start_response("200 OK", [])
                return [b""]
            """;

    @TempDir Path temp;
    private final FakeLanes lanes = new FakeLanes(false);
    private final LogCapture log = new LogCapture();
    private final List<SocketChannel> links = new ArrayList<>();
    private @Nullable ServerSocketChannel linkSocket;
    private @Nullable Supervisor running;

    @BeforeEach
    void listen() throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(temp.resolve("link")));
        linkSocket = socket;
        Thread.ofVirtual().start(() -> accept(socket));
    }

    private void accept(ServerSocketChannel socket) {
        try {
            while (true) {
                links.add(socket.accept());
            }
        } catch (IOException e) {
            links.forEach(PythonWorkerTest::close);
        }
    }

    private static void close(SocketChannel link) {
        try {
            link.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        if (running != null) {
            running.close();
        }
        if (linkSocket != null) {
            linkSocket.close();
        }
        log.close();
    }

    private Supervisor start(String module, String attribute, String source, int lanesEach)
            throws IOException {
        return start(module, attribute, source, lanesEach, Duration.ofSeconds(60));
    }

    private Supervisor start(
            String module, String attribute, String source, int lanesEach, Duration startTimeout)
            throws IOException {
        Files.writeString(temp.resolve("shop.py"), source);
        WorkerSpec spec =
                new WorkerSpec(
                        Interpreters.find("", temp, System.getenv()),
                        Repository.root().resolve("python"),
                        new WorkerSpec.Application(temp, module, "", attribute, "auto"),
                        1,
                        lanesEach,
                        lanesEach > 1,
                        false,
                        Map.of("SHOP", "open"),
                        SupervisorTest.limits(startTimeout),
                        false,
                        "worker");
        Supervisor supervisor =
                new Supervisor(spec, lanes, temp, List.of(temp.resolve("link").toString()));
        running = supervisor;
        supervisor.start();
        return supervisor;
    }

    @Test
    void workerStartsPrintsAndStopsWhenItIsTold() throws Exception {
        Supervisor supervisor =
                start(
                        "shop",
                        "",
                        "import os\nprint('shop is', os.environ['SHOP'])\n" + APPLICATION,
                        3);
        Await.done(supervisor.ready());
        log.await("info worker-1: shop is open\n");
        assertThat(log.text()).containsPattern("worker-1 is ready pid=\\d+ python=3\\.\\d+\\.\\d+");
        assertThat(log.text()).contains("application=shop:application");
        Await.done(supervisor.drain(FleetHarness.STOP_PLAN));
        assertThat(log.text()).doesNotContain("SIGTERM");
    }

    @Test
    void exceptionWhileLoadingShowsTheApplicationsOwnTraceback() throws Exception {
        Problem problem = Await.problem(start("shop", "", "x = 1\nx / 0\n", 1).ready());
        assertThat(problem.blame()).isEqualTo(Blame.APP);
        assertThat(problem.what())
                .contains("shop.py\", line 2", "ZeroDivisionError: division by zero")
                .doesNotContain("_worker");
    }

    @Test
    void syntaxErrorShowsTheLine() throws Exception {
        Problem problem = Await.problem(start("shop", "", "def application(:\n", 1).ready());
        assertThat(problem.blame()).isEqualTo(Blame.APP);
        assertThat(problem.what()).contains("shop.py\", line 1", "SyntaxError");
    }

    @Test
    void whatTheUserNamedWronglyIsTheUsersProblem() throws Exception {
        Problem module = Await.problem(start("shoop", "", APPLICATION, 1).ready());
        assertThat(module.blame()).isEqualTo(Blame.USER);
        assertThat(module.text()).contains("shoop", "where: shoop in " + temp);
    }

    @Test
    void attributeThatIsMissingOrNotCallableIsTheUsersProblem() throws Exception {
        Problem missing = Await.problem(start("shop", "appp", APPLICATION, 1).ready());
        assertThat(missing.code()).isEqualTo("application-attribute-missing");
        assertThat(missing.text()).contains("appp");
        close();
        Files.delete(temp.resolve("link"));
        listen();
        Problem number =
                Await.problem(start("shop", "application", "application = 5\n", 1).ready());
        assertThat(number.code()).isEqualTo("application-not-callable");
        assertThat(number.blame()).isEqualTo(Blame.USER);
    }

    @Test
    void applicationThatWaitsForEverWhileItLoadsShowsWhere() throws Exception {
        Supervisor supervisor =
                start("shop", "", "import time\ntime.sleep(3600)\n", 1, Duration.ofSeconds(2));
        Problem problem = Await.problem(supervisor.ready());
        assertThat(problem.code()).isEqualTo("worker-start-timeout");
        assertThat(log.text()).contains("stacks of all threads").contains("shop.py");
    }

    @Test
    void killedWorkerIsReplaced() throws Exception {
        Supervisor supervisor = start("shop", "", APPLICATION, 1);
        Await.done(supervisor.ready());
        long victim = Await.done(supervisor.stats()).workers().getFirst().pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        Await.until(() -> "another is admitted", () -> lanes.admitted.size() == 2);
        assertThat(Await.done(supervisor.stats()).workers().getFirst().pid()).isNotIn(victim, 0L);
    }

    @Test
    void newCodeIsServedAfterAReloadAndBrokenCodeIsNot() throws Exception {
        Supervisor supervisor = start("shop", "", "print('one')\n" + APPLICATION, 1);
        Await.done(supervisor.ready());
        Files.writeString(temp.resolve("shop.py"), "print('second edition')\n" + APPLICATION);
        Await.done(supervisor.reload());
        log.await("second edition");
        long pid = Await.done(supervisor.stats()).workers().getFirst().pid();
        Files.writeString(temp.resolve("shop.py"), "this is no Python\n");
        assertThat(Await.problem(supervisor.reload()).what()).contains("SyntaxError");
        assertThat(Await.done(supervisor.stats()).workers().getFirst().pid()).isEqualTo(pid);
        assertThat(log.text()).contains("the new worker-1 did not start, the old workers stay");
    }

    /// The regular expression engine neither returns nor lets another thread run Python.
    @Test
    void workerThatHoldsTheInterpreterLockDiesWithAServerThatIsKilled() throws Exception {
        Files.writeString(
                temp.resolve("shop.py"),
                """
                import os, re
                print("stuck", os.getpid(), flush=True)
                re.match("(a+)+$", "a" * 64 + "b")
                """);
        Process server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerToKill.class.getName(),
                                temp.toString(),
                                Repository.root().resolve("python").toString())
                        .redirectErrorStream(true)
                        .start();
        try (var lines = server.inputReader()) {
            String said = lines.readLine();
            while (said != null && !said.contains("stuck ")) {
                said = lines.readLine();
            }
            assertThat(said).as("what the server logged").isNotNull();
            long worker = Long.parseLong(said.substring(said.lastIndexOf(' ') + 1));
            assertThat(ProcessHandle.of(worker)).isPresent();
            server.destroyForcibly();
            Await.gone(worker);
        } finally {
            server.destroyForcibly();
        }
    }
}
