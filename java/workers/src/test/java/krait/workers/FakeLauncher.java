package krait.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import krait.base.Blame;
import krait.base.Problem;

/// Launches processes that do what a test says.
final class FakeLauncher implements Launcher {
    final List<FakeChild> children = new ArrayList<>();

    @Override
    public Child launch(Launch launch, Consumer<ProcessReport> reports) {
        FakeChild child = new FakeChild(launch, reports, 1000 + children.size());
        children.add(child);
        return child;
    }

    static final class FakeChild implements Child {
        final Launch launch;
        final List<String> commands = new ArrayList<>();
        private final Consumer<ProcessReport> reports;
        private final long pid;
        String lastOutput = "";

        FakeChild(Launch launch, Consumer<ProcessReport> reports, long pid) {
            this.launch = launch;
            this.reports = reports;
            this.pid = pid;
        }

        void loads() {
            reports.accept(new ProcessReport.Loaded("3.12.1", "app:application"));
        }

        void cannotLoad(String text) {
            reports.accept(
                    new ProcessReport.LoadFailed(
                            Problem.of("application-import-failed", Blame.APP, text)));
        }

        void losesLink(boolean corrupt) {
            reports.accept(new ProcessReport.LinkLost("it closed its control link", corrupt));
        }

        void shows(String stacks) {
            reports.accept(new ProcessReport.Stacks(stacks));
        }

        void exits(int status) {
            reports.accept(new ProcessReport.Exited(status, lastOutput));
        }

        void neverStarts() {
            reports.accept(
                    new ProcessReport.NotStarted(
                            Problem.of("python-not-runnable", Blame.USER, "no such file")));
        }

        @Override
        public long pid() {
            return pid;
        }

        @Override
        public void stop() {
            commands.add("stop");
        }

        @Override
        public void cancel(int lane, int id) {
            commands.add("cancel " + lane + " " + id);
        }

        @Override
        public void quit() {
            commands.add("quit");
        }

        @Override
        public void dump() {
            commands.add("dump");
        }

        @Override
        public void terminate() {
            commands.add("terminate");
        }

        @Override
        public void kill() {
            commands.add("kill");
        }

        @Override
        public String lastOutput() {
            return lastOutput;
        }
    }
}
