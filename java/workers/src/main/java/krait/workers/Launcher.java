package krait.workers;

import java.util.List;
import java.util.function.Consumer;

/// Starts worker processes. No method blocks.
interface Launcher {
    /// What differs from one process to the next.
    ///
    /// @param process unique within the server's life
    /// @param links path of the link socket for each lane
    record Launch(int process, String name, String token, List<String> links) {}

    /// Starts a process in the background. `reports` may be called from any thread; after `Exited`
    /// or `NotStarted` nothing follows.
    Child launch(Launch launch, Consumer<ProcessReport> reports);

    /// A process that was launched. Commands to one that is gone have no effect.
    interface Child {
        /// 0 until the process exists.
        long pid();

        /// Asks it to finish what is in progress and to exit.
        void stop();

        /// Asks it to end the request `id` of `lane`.
        void cancel(int lane, int id);

        /// Asks it for the stacks of its threads.
        void dump();

        /// SIGQUIT: it writes the stacks to its standard error, even when it can do nothing else.
        void quit();

        /// SIGTERM.
        void terminate();

        /// SIGKILL.
        void kill();

        /// The last lines that it printed.
        String lastOutput();
    }
}
