package krait.workers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// Starts CPython processes with `krait/_worker/launch.py`, and speaks with them over their
/// standard streams and control links. Thread-safe.
final class ProcessLauncher implements Launcher {
    /// Values of the settings of the same name in docs/internals/protocol.md, bytes.
    static final int CHUNK_BYTES = 131_072;

    static final int RESPONSE_WINDOW = 262_144;
    static final int REQUEST_WINDOW = 262_144;

    /// What a process printed arrives within this time after its end.
    private static final long OUTPUT_WAIT_MS = 200;

    /// What a process said on its control link arrives within this time after its end.
    private static final long LINK_WAIT_MS = 500;

    private static final Log LOG = Log.of("workers");

    private final WorkerSpec spec;
    private final ControlSocket socket;
    private final LogPump pump;

    ProcessLauncher(WorkerSpec spec, ControlSocket socket, LogPump pump) {
        this.spec = spec;
        this.socket = socket;
        this.pump = pump;
    }

    @Override
    public Child launch(Launch launch, Consumer<ProcessReport> reports) {
        PythonProcess child = new PythonProcess(launch, reports);
        socket.expect(launch.process(), child);
        Thread.ofVirtual().name(launch.name()).start(child::run);
        return child;
    }

    private Map<String, Object> settings(Launch launch) {
        WorkerSpec.Application application = spec.application();
        Map<String, Object> settings = new HashMap<>();
        settings.put("version", ControlMessage.VERSION);
        settings.put("token", launch.token());
        settings.put("process", launch.process());
        settings.put("name", launch.name());
        settings.put("control", socket.path().toString());
        settings.put("links", launch.links());
        settings.put("chdir", application.folder().toString());
        settings.put("module", application.module());
        settings.put("file", application.file());
        settings.put("attribute", application.attribute());
        settings.put("interface", application.protocol());
        settings.put("multithread", spec.multithread());
        settings.put("multiprocess", spec.multiprocess());
        settings.put("chunk_bytes", CHUNK_BYTES);
        settings.put("response_window", RESPONSE_WINDOW);
        settings.put("request_window", REQUEST_WINDOW);
        settings.put("debug", spec.debug());
        settings.put("main_lane", spec.lanes() == 1);
        return settings;
    }

    /// A process from its launch to its last report.
    private final class PythonProcess implements Launcher.Child, ControlSocket.Peer {
        private final Launch launch;
        private final Consumer<ProcessReport> reports;

        private volatile @Nullable Process process;
        private volatile @Nullable OutputCapture output;
        private volatile @Nullable ControlLink link;
        private volatile boolean unwanted; // killed, perhaps before it existed
        private volatile boolean terminated; // perhaps before there was a link to say STOP on
        private final CountDownLatch linkEnded = new CountDownLatch(1);

        PythonProcess(Launch launch, Consumer<ProcessReport> reports) {
            this.launch = launch;
            this.reports = reports;
        }

        /// The whole life, in a virtual thread of its own.
        void run() {
            try {
                reports.accept(live());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                socket.forget(launch.process());
                close();
            }
        }

        private ProcessReport live() throws InterruptedException {
            Path python = spec.python();
            ProcessBuilder builder =
                    new ProcessBuilder(python.toString(), spec.launchScript().toString());
            builder.environment().putAll(spec.environment());
            Process started;
            try {
                started = builder.start();
            } catch (IOException e) {
                OptionalInt signal = SpawnFailure.signal(e);
                return signal.isPresent()
                        ? new ProcessReport.Exited(ExitStatus.ofSignal(signal.getAsInt()), "")
                        : new ProcessReport.NotStarted(notStarted(e));
            }
            process = started;
            if (unwanted) {
                started.destroyForcibly();
            }
            OutputCapture capture = new OutputCapture(launch.name(), started, pump);
            output = capture;
            configure(started);
            int status = started.waitFor();
            capture.await(OUTPUT_WAIT_MS);
            // Its last words, such as FAILED, must come before the news of its end.
            boolean silent = !unwanted && !linkEnded.await(LINK_WAIT_MS, TimeUnit.MILLISECONDS);
            Optional<Problem> fault =
                    silent && link == null ? Interpreters.diagnose(python) : Optional.empty();
            return fault.isPresent()
                    ? new ProcessReport.NotStarted(fault.get())
                    : new ProcessReport.Exited(status, capture.last());
        }

        private Problem notStarted(IOException e) {
            return Interpreters.diagnose(spec.python())
                    .orElseGet(() ->
                            Problem.of(
                                            "worker-not-launched",
                                            Blame.RESOURCES,
                                            launch.name()
                                                    + " can't be launched: "
                                                    + Interpreters.reason(e))
                                    .at(spec.python().toString()));
        }

        /// Writes the configuration, and leaves the pipe open: it is the lifeline of the process.
        private void configure(Process started) {
            try {
                OutputStream lifeline = started.getOutputStream();
                lifeline.write(ControlMessage.config(settings(launch)));
                lifeline.flush();
            } catch (IOException e) {
                LOG.debug(launch.name() + " did not read its configuration: " + e.getMessage());
            }
        }

        @Override
        public long pid() {
            Process running = process;
            return running == null ? 0 : running.pid();
        }

        @Override
        public void stop() {
            send(ControlMessage.stop());
        }

        @Override
        public void cancel(int lane, int id) {
            send(ControlMessage.cancel(lane, id));
        }

        @Override
        public void dump() {
            send(ControlMessage.dump());
        }

        private void send(byte[] frame) {
            ControlLink open = link;
            if (open != null && !open.send(frame)) {
                LOG.warning(launch.name() + " does not read its control link: a command was lost");
            }
        }

        @Override
        public void quit() {
            Process running = process;
            if (running != null && running.isAlive()) {
                PosixSignal.send(running.pid(), PosixSignal.QUIT);
            }
        }

        @Override
        public void terminate() {
            terminated = true;
            stop();
            Process running = process;
            if (running != null) {
                running.destroy();
            }
        }

        @Override
        public void kill() {
            unwanted = true;
            Process running = process;
            if (running != null) {
                running.destroyForcibly();
            }
        }

        @Override
        public String lastOutput() {
            OutputCapture capture = output;
            return capture == null ? "" : capture.last();
        }

        private void close() {
            ControlLink open = link;
            if (open != null) {
                open.close();
            }
        }

        @Override
        public String token() {
            return launch.token();
        }

        @Override
        public void opened(ControlLink opened) {
            link = opened;
            if (terminated) {
                stop();
            }
        }

        @Override
        public void received(ControlMessage message) {
            switch (message) {
                case ControlMessage.Ready ready ->
                        reports.accept(
                                new ProcessReport.Loaded(ready.python(), ready.application()));
                case ControlMessage.Failed failed ->
                        reports.accept(
                                new ProcessReport.LoadFailed(
                                        LoadFailure.problem(failed.kind(), failed.text(), spec)));
                case ControlMessage.Stacks stacks ->
                        reports.accept(new ProcessReport.Stacks(stacks.text()));
                case ControlMessage.LogRecord entry ->
                        pump.offer(
                                Log.of(launch.name()),
                                OutputLevel.level(entry.level()),
                                entry.text(),
                                entry.requestId());
                case ControlMessage.Hello hello ->
                        throw new IllegalStateException("HELLO is no news: " + hello);
            }
        }

        @Override
        public void lost(String why, boolean corrupt) {
            reports.accept(new ProcessReport.LinkLost(why, corrupt));
            linkEnded.countDown();
        }
    }
}
