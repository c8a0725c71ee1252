package krait.workers;

import java.nio.file.Path;
import java.util.Map;
import krait.base.Limits;

/// The worker processes of one mount: what they run, and how many.
///
/// @param python the interpreter, as [Interpreters] found it
/// @param packageFolder folder that holds the `krait` Python package
/// @param application what the workers load
/// @param processes number of worker processes, at least 1
/// @param lanes places in each process where a request can run, at least 1
/// @param multithread `wsgi.multithread`
/// @param multiprocess `wsgi.multiprocess`
/// @param environment variables added to those of the server
/// @param limits of which the workers obey `startTimeout` and `stopTimeout`
/// @param debug whether tracebacks may be shown to clients
/// @param namePrefix workers are called `prefix-1`, `prefix-2` and so on
public record WorkerSpec(
        Path python,
        Path packageFolder,
        Application application,
        int processes,
        int lanes,
        boolean multithread,
        boolean multiprocess,
        Map<String, String> environment,
        Limits limits,
        boolean debug,
        String namePrefix) {

    public WorkerSpec {
        if (processes < 1 || lanes < 1) {
            throw new IllegalArgumentException("a mount needs a process and a lane");
        }
        environment = Map.copyOf(environment);
    }

    /// An application. Either `module` or `file` is given.
    ///
    /// @param folder working directory of the workers, first on `sys.path`
    /// @param module dotted name, or empty
    /// @param file path of a Python file, or empty
    /// @param attribute attribute path in the module, or empty to look for one
    /// @param protocol `wsgi`, or `auto` to find out
    public record Application(
            Path folder, String module, String file, String attribute, String protocol) {

        /// How a message names the application: what the user wrote, and where it was looked for.
        String place() {
            String source = file.isEmpty() ? module : file;
            String target = attribute.isEmpty() ? source : source + ":" + attribute;
            return target + " in " + folder;
        }
    }

    /// What starts in the interpreter.
    Path launchScript() {
        return packageFolder.resolve("krait").resolve("_worker").resolve("launch.py");
    }

    String name(int slot) {
        return namePrefix + "-" + (slot + 1);
    }
}
