package krait.http;

import org.jspecify.annotations.Nullable;

/// What an exchange may know of the connection it came on. Text is ASCII, as WSGI wants it.
public interface Connection {
    /// `http` or `https`: as the connection is, or as a trusted proxy says for this request.
    String scheme();

    /// Address of the client, after forwarded headers of trusted proxies; empty for a Unix socket.
    String remoteHost();

    /// Port of the client, 0 when unknown.
    int remotePort();

    /// Address the listening socket has for this connection; the path for a Unix socket.
    String localHost();

    int localPort();

    /// A slot for the engine that serves this connection: what it wants to remember from one
    /// request to the next. Loop only.
    @Nullable Object attachment();

    void attach(@Nullable Object attachment);
}
