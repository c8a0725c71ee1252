package krait.server;

import java.util.List;

/// A running server.
public interface Server extends AutoCloseable {
    /// Addresses that accept connections, as a person would open them: `http://127.0.0.1:8000`.
    List<String> addresses();

    /// Replaces the workers by new ones, one by one, without a failed request.
    void reload();

    /// Stops accepting, answers what is in progress, ends within `stopTimeoutMs`. A second call
    /// ends at once.
    void drain();

    /// Waits until the server has ended.
    ///
    /// @throws krait.base.KraitException when a problem ended it, not [#drain] or [#close]
    void await() throws InterruptedException;

    @Override
    void close();
}
