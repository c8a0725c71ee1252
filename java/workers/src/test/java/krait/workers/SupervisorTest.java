package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Limits;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes that play a part, see `scripted/krait/_worker/launch.py`.
class SupervisorTest {
    @TempDir Path temp;
    private final FakeLanes lanes = new FakeLanes(false);
    private final LogCapture log = new LogCapture();
    private @Nullable Supervisor running;

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
        log.close();
    }

    private Supervisor start(String part, int processes) throws Exception {
        Path python = Interpreters.find("", temp, System.getenv());
        return start(part, processes, python, Limits.DEFAULTS.startTimeout());
    }

    private Supervisor start(String part, int processes, Path python, Duration startTimeout)
            throws URISyntaxException {
        URL script = Objects.requireNonNull(getClass().getResource("/scripted"));
        WorkerSpec spec =
                new WorkerSpec(
                        python,
                        Path.of(script.toURI()),
                        new WorkerSpec.Application(temp, part, "", "", "auto"),
                        processes,
                        1,
                        false,
                        true,
                        Map.of(),
                        limits(startTimeout),
                        false,
                        "worker");
        Supervisor supervisor = new Supervisor(spec, lanes, temp, List.of("/nonexistent/link"));
        running = supervisor;
        supervisor.start();
        return supervisor;
    }

    static Limits limits(Duration startTimeout) {
        Limits usual = Limits.DEFAULTS;
        return new Limits(
                usual.headerBytesMax(),
                usual.headersMax(),
                usual.targetBytesMax(),
                usual.bodyBytesMax(),
                usual.headerTimeout(),
                usual.bodyIdleTimeout(),
                usual.keepAliveTimeout(),
                usual.queueDepthMax(),
                usual.queueWaitMax(),
                usual.requestTimeout(),
                startTimeout,
                usual.stopTimeout(),
                usual.connectionsMax());
    }

    private static List<Long> pids(Supervisor supervisor) {
        return Await.done(supervisor.stats()).workers().stream().map(WorkerStats::pid).toList();
    }

    private List<Path> sockets() throws IOException {
        try (var files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("control-"))
                    .toList();
        }
    }

    @Test
    void workersStartAndStop() throws Exception {
        Supervisor supervisor = start("serves", 2);
        Await.done(supervisor.firstReady());
        Await.done(supervisor.ready());
        assertThat(lanes.admitted).hasSize(2);
        List<WorkerStats> stats = Await.done(supervisor.stats()).workers();
        assertThat(stats).extracting(WorkerStats::name).containsExactly("worker-1", "worker-2");
        assertThat(stats)
                .allSatisfy(each -> assertThat(each.rssBytes()).isBetween(1L << 20, 1L << 28));
        assertThat(stats).allSatisfy(each -> assertThat(each.uptime()).isPositive());
        assertThat(sockets()).hasSize(1);
        Await.done(supervisor.drain(FleetHarness.STOP_PLAN));
        pids(supervisor).forEach(pid -> assertThat(pid).isZero());
        stats.forEach(each -> Await.gone(each.pid()));
        assertThat(log.text()).doesNotContain("SIGTERM");
        supervisor.close();
        assertThat(sockets()).isEmpty();
    }

    @Test
    void gateKnowsTheTokensOfItsProcessesOnly() throws Exception {
        Supervisor supervisor = start("serves", 1);
        Await.done(supervisor.ready());
        int process = lanes.admitted.getFirst();
        assertThat(supervisor.knows(process, "0".repeat(32))).isFalse();
        assertThat(supervisor.knows(process + 1, "0".repeat(32))).isFalse();
    }

    @Test
    void applicationThatCannotBeLoadedFailsTheStartWithItsTraceback() throws Exception {
        Supervisor supervisor = start("cannot_load", 2);
        Problem problem = Await.problem(supervisor.ready());
        assertThat(problem.blame()).isEqualTo(Blame.APP);
        assertThat(problem.what()).isEqualTo("Traceback\nZeroDivisionError: division by zero");
        assertThat(pids(supervisor)).containsOnly(0L);
        assertThat(lanes.refusals).hasSize(1);
    }

    @Test
    void processThatDiesAtOnceShowsItsStatusAndWhatItPrinted() throws Exception {
        Problem problem = Await.problem(start("dies", 1).ready());
        assertThat(problem.what()).contains("exit status 7", "about to die");
        assertThat(problem.where()).isEqualTo("dies in " + temp);
    }

    @Test
    void interpreterThatIsMissingIsTheUsersProblem() throws Exception {
        Path missing = temp.resolve("python3");
        Problem problem =
                Await.problem(start("serves", 2, missing, Duration.ofSeconds(60)).ready());
        assertThat(problem.blame()).isEqualTo(Blame.USER);
        assertThat(problem.text()).contains(missing.toString(), "--python");
    }

    @Test
    void interpreterThatIsTooOldIsTheUsersProblem() throws Exception {
        Path old = temp.resolve("python3");
        Files.writeString(old, "#!/bin/sh\n[ \"$1\" = --version ] && echo Python 3.9.1\nexit 1\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Problem problem = Await.problem(start("serves", 1, old, Duration.ofSeconds(60)).ready());
        assertThat(problem.blame()).isEqualTo(Blame.USER);
        assertThat(problem.what()).isEqualTo("Python 3.9.1 is too old");
    }

    @Test
    void killedProcessIsReplaced() throws Exception {
        Supervisor supervisor = start("serves", 2);
        Await.done(supervisor.ready());
        long victim = pids(supervisor).getFirst();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        Await.until(() -> "a third process is admitted", () -> lanes.admitted.size() == 3);
        assertThat(lanes.discarded.values())
                .containsExactly("worker-1 died: killed by SIGKILL (out of memory?)");
        assertThat(pids(supervisor)).hasSize(2).doesNotContain(victim, 0L);
        assertThat(Await.done(supervisor.stats()).workers().getFirst().restarts()).isEqualTo(1);
    }

    @Test
    void processThatIsNotReadyInTimeIsKilledAndShowsStacksAndOutput() throws Exception {
        Path python = Interpreters.find("", temp, System.getenv());
        Supervisor supervisor = start("slow", 1, python, Duration.ofSeconds(2));
        log.await("waiting for the database");
        long pid = pids(supervisor).getFirst();
        Problem problem = Await.problem(supervisor.ready());
        assertThat(problem.what()).contains("not ready within 2 s", "waiting for the database");
        assertThat(log.text()).contains("warning worker-1: stacks of all threads:\nthread 1: obey");
        Await.gone(pid);
    }

    @Test
    void outputIsLoggedLineByLineUnderTheNameOfTheWorker() throws Exception {
        Supervisor supervisor = start("prints", 1);
        log.await("info worker-1: to standard output\n");
        log.await("warning worker-1: WARNING:app:to standard error\n");
        log.await("info worker-1: junk \ufffd\ufffd\ufffd[2J here\n");
        assertThat(log.text()).doesNotContain("no end of line");
        Await.done(supervisor.ready());
        Await.done(supervisor.drain(FleetHarness.STOP_PLAN));
        log.await("info worker-1: no end of line\n");
    }

    @Test
    void logThatDoesNotAdvanceHoldsUpNoWorker() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        Log.configure(stuckUntil(opened), Log.Format.TEXT, Log.Level.WARNING);
        LogPump pump = new LogPump("worker");
        Process process =
                new ProcessBuilder(
                                Interpreters.find("", temp, System.getenv()).toString(),
                                "-c",
                                """
                                import os
                                line = b'WARNING ' + b'x' * 91 + b'\\n'
                                for _ in range(2000):
                                    os.write(2, line * 50)
                                """)
                        .start();
        OutputCapture capture = new OutputCapture("worker-1", process, pump);
        assertThat(process.waitFor()).isZero();
        capture.await(30_000);
        assertThat(capture.last()).contains("WARNING xxx");
        try (LogCapture after = new LogCapture()) {
            opened.countDown();
            after.await("output of workers was dropped: the log could not keep up records=");
        }
        pump.close();
    }

    private static PrintStream stuckUntil(CountDownLatch opened) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        try {
                            opened.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                },
                true);
    }

    @Test
    void floodOfOutputReachesTheLogOrIsCounted() throws Exception {
        Supervisor supervisor = start("floods", 1);
        Await.until(() -> "the flood is over", () -> Files.exists(temp.resolve("flooded")));
        Await.done(supervisor.ready());
        log.await("info worker-1: xxxx");
        Await.done(supervisor.drain(FleetHarness.STOP_PLAN));
    }

    @Test
    void cancelReachesTheProcessAndItsLogRecordNamesTheRequest() throws Exception {
        Supervisor supervisor = start("serves", 1);
        Await.done(supervisor.ready());
        supervisor.cancel(lanes.admitted.getFirst(), 0, 42);
        log.await("warning worker-1: cancelled (0, 42) request_id=request-7");
    }

    @Test
    void strangerOnTheControlSocketIsSentAway() throws Exception {
        Supervisor supervisor = start("stranger", 1);
        Problem problem = Await.problem(supervisor.ready());
        assertThat(problem.what()).contains("exit status 4");
        assertThat(log.text()).contains("a control link of a stranger was closed");
    }

    @Test
    void processThatBreaksTheProtocolIsKilled() throws Exception {
        Supervisor supervisor = start("garbage", 1);
        Problem problem = Await.problem(supervisor.ready());
        assertThat(problem.blame()).isEqualTo(Blame.WORKER);
        assertThat(problem.what()).contains("broke the protocol", "a list was expected");
    }

    @Test
    void reloadReplacesEveryProcess() throws Exception {
        Supervisor supervisor = start("serves", 2);
        Await.done(supervisor.ready());
        List<Long> before = pids(supervisor);
        Await.done(supervisor.reload());
        assertThat(pids(supervisor)).hasSize(2).doesNotContainAnyElementsOf(before);
        before.forEach(Await::gone);
        assertThat(lanes.admitted).hasSize(4);
    }

    @Test
    void hungProcessShowsItsStacksAndIsReplaced() throws Exception {
        Supervisor supervisor = start("serves", 1);
        Await.done(supervisor.ready());
        long pid = pids(supervisor).getFirst();
        supervisor.hung(lanes.admitted.getFirst(), "request r-1 did not end");
        Await.until(() -> "another is admitted", () -> lanes.admitted.size() == 2);
        Await.gone(pid);
        assertThat(log.text())
                .contains("thread 1: obey", "worker-1 hangs: request r-1 did not end");
    }

    @Test
    void folderWhoseNameIsTooLongForASocketIsAProblem() throws Exception {
        Path deep = Files.createDirectories(temp.resolve("x".repeat(100)));
        KraitException refused =
                catchThrowableOfType(
                        KraitException.class, () -> ControlSocket.open(deep, new Random(1)));
        assertThat(refused.problem().blame()).isEqualTo(Blame.RESOURCES);
        assertThat(refused.problem().text()).contains("TMPDIR");
    }

    @Test
    void closeLeavesNoProcess() throws Exception {
        Supervisor supervisor = start("deaf", 2);
        Await.done(supervisor.ready());
        List<Long> pids = pids(supervisor);
        supervisor.close();
        pids.forEach(Await::gone);
        assertThat(lanes.discarded).hasSize(2);
    }
}
