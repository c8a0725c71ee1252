package krait.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What the command line asks of this room. Both methods throw [krait.base.KraitException] for
/// whatever a person can put right: a busy port, an application that does not load.
public interface Launcher {
    /// Binds the addresses and starts the workers; returns when requests are accepted.
    ///
    /// @param cancelled completes when the server is not wanted any more: then what was started is
    ///   ended at once
    /// @return the server; empty when it was cancelled
    Optional<Server> start(Settings settings, CompletableFuture<Void> cancelled);

    /// Loads each application in one worker process and ends that process. No address is bound.
    ///
    /// @return one entry for each application, in the order of the mounts
    List<Loaded> check(Settings settings);

    /// What a worker said of the application that it loaded.
    ///
    /// @param prefix of the mount; empty for the root
    /// @param application `module:attribute`
    /// @param callingConvention such as `wsgi`
    /// @param python version of the interpreter, such as `3.11.7`; empty where there is none
    record Loaded(String prefix, String application, String callingConvention, String python) {}
}
