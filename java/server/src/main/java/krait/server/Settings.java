package krait.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.base.Limits;
import krait.base.Log;

/// Everything `krait serve` can be told, checked and complete. The command line builds it; the
/// server reads it.
///
/// @param mounts what is served under which prefix; at least one
/// @param binds addresses to listen on, such as `tcp://127.0.0.1:8000`, `tcp://[::1]:0`,
///   `unix:/run/k.sock`
/// @param metrics address of the metrics; empty for none
/// @param workers processes for each worker application; 0 is auto
/// @param threads lanes in each process; 0 is auto
/// @param model how processes and lanes are arranged
/// @param callingConvention how the server and the applications talk
/// @param python the interpreter; empty is the usual search
/// @param environment additions to the environment of the workers
/// @param loops event loops; 0 is auto
/// @param transport how the event loops wait for sockets
/// @param compress whether responses are compressed
/// @param compressBytesMin shortest body that is, where its length is known
/// @param forwardedAllowIps addresses or networks whose forwarded headers count; `*` trusts all
/// @param accessLog whether each request is logged
/// @param logFormat of log and access log
/// @param logLevel the least severe level that is logged
/// @param reload restart the workers when a source file changes
/// @param debug show tracebacks to clients
/// @param limits of requests and lifecycle
/// @param pythonHome folder that holds the `krait` Python package
public record Settings(
        List<Mount> mounts,
        List<URI> binds,
        Optional<URI> metrics,
        int workers,
        int threads,
        Model model,
        Interface callingConvention,
        String python,
        Map<String, String> environment,
        int loops,
        Transport transport,
        Compress compress,
        long compressBytesMin,
        List<String> forwardedAllowIps,
        boolean accessLog,
        Log.Format logFormat,
        Log.Level logLevel,
        boolean reload,
        boolean debug,
        Limits limits,
        Path pythonHome) {

    /// How processes and lanes are arranged (design, section 4).
    public enum Model {
        AUTO,
        PREFORK,
        THREADS
    }

    /// How event loops wait for sockets.
    public enum Transport {
        /// Epoll, or NIO where the system has none.
        AUTO,
        EPOLL,
        IO_URING,
        NIO
    }

    /// Whether responses are compressed.
    public enum Compress {
        OFF,
        /// Text, for clients that accept it.
        AUTO
    }

    /// How a server and an application talk (`--interface`).
    public enum Interface {
        /// Compiled where the file makes a `krait.App`, else in workers.
        AUTO,
        WSGI,
        COMPILED
    }

    /// What is served under a prefix.
    public sealed interface Mount {
        /// Begins with a slash and does not end with one; empty for the root.
        String prefix();
    }

    /// A Python application in worker processes. Either `module` or `file` is given.
    ///
    /// @param folder working directory of the workers, first on `sys.path`
    /// @param module dotted name, or empty
    /// @param file path of a Python file, or empty
    /// @param attribute attribute in the module, or empty to look for one
    public record Application(
            String prefix, Path folder, String module, String file, String attribute)
            implements Mount {}

    /// A compiled Python application, in the server itself.
    ///
    /// @param folder of the file; other modules are looked for there
    /// @param file absolute path of the Python file
    /// @param attribute name of the App in the module
    public record Compiled(String prefix, Path folder, Path file, String attribute)
            implements Mount {}

    /// A folder of static files.
    ///
    /// @param cacheControl value of Cache-Control for files without a hash in their names; empty
    ///   for the usual one
    public record Static(String prefix, Path folder, String cacheControl) implements Mount {}
}
