package krait.http;

import io.netty.buffer.ByteBuf;
import java.nio.channels.FileChannel;

/// The response to one request: status, then headers, then bytes, then end. Loop only.
///
/// The edge adds Date, Server, Connection, and frames the body: Content-Length as given; with none,
/// the length of the bytes when [#end(byte[], int, int)] is the first to bring any; else chunked
/// (HTTP/1.1) or up to the close (HTTP/1.0). It drops the body for HEAD, 1xx, 204 and 304. Bytes
/// beyond a given Content-Length are dropped, missing ones cut the connection; either is logged as
/// a fault of the application.
public interface Response {
    /// Starts the head with the standard reason phrase.
    void status(int code);

    /// Starts the head with the status line's `code reason` as the application gave it, such as
    /// `200 OK`, in latin-1 bytes. False when it is malformed (nothing is started then).
    boolean status(byte[] source, int offset, int length);

    /// Adds a field in latin-1 bytes. False when name or value is malformed. A hop-by-hop field
    /// (RFC 9110 section 7.6.1) is left out, but `Connection: close` makes the response the last of
    /// its connection.
    boolean header(byte[] source, int nameOffset, int nameLength, int valueOffset, int valueLength);

    /// Adds a field that this code made itself.
    void header(String name, String value);

    /// Forgets status and headers given so far, if none of them has been sent.
    void reset();

    /// Sends body bytes (copied), with the head before them the first time.
    void write(byte[] source, int offset, int length);

    /// Sends body bytes and releases the buffer.
    void write(ByteBuf bytes);

    /// Sends `count` bytes of a file by sendfile as the whole body, then ends the response. The
    /// channel is closed when they are sent or the client is gone. Content-Length is set when
    /// absent.
    void file(FileChannel file, long offset, long count);

    /// Sends the last bytes (copied) and ends the response.
    void end(byte[] source, int offset, int length);

    /// Ends the response.
    void end();

    /// Whether head bytes have been handed to the connection: the status can't change any more.
    boolean started();

    boolean ended();

    /// Cuts the connection so that the client sees that the response is not whole.
    void abort();

    /// Body bytes accepted by [#write] that the socket has not taken yet.
    long pendingBytes();

    /// Called on the loop whenever the socket has taken bytes, until the response ends.
    void onProgress(Runnable listener);

    /// Called on the loop, once, when the client is gone or the response was aborted before its
    /// end. Never called after the response ended.
    void onGone(Runnable listener);
}
