package krait.http;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.function.BooleanSupplier;
import krait.http.ConnectionDeadline.Wait;

/// How a connection ends: what was written goes out first, and the client gets to read it.
///
/// A close with bytes unread in the socket would send a reset, which may overtake the answer. So
/// where bytes may still come, our side is closed first, and what the client still sends is thrown
/// away until it closes too, sends too much, or takes too long (RFC 9112 section 9.6). Loop only.
final class ConnectionClose {
    /// Bytes thrown away for a client that does not stop.
    static final long DISCARDED_BYTES_MAX = 1024 * 1024;

    private final Channel channel;
    private final ConnectionOutput output;
    private final ConnectionDeadline deadline;

    /// Whether nothing that the client sent can be unread.
    private final BooleanSupplier allRead;

    private boolean lingering;
    private long discarded;

    ConnectionClose(
            Channel channel,
            ConnectionOutput output,
            ConnectionDeadline deadline,
            BooleanSupplier allRead) {
        this.channel = channel;
        this.output = output;
        this.deadline = deadline;
        this.allRead = allRead;
    }

    /// Closes when everything written has gone out.
    void afterFlush() {
        deadline.await(Wait.NOTHING);
        channel.config().setAutoRead(true);
        output.whenFlushed(this::flushed);
    }

    private void flushed() {
        if (allRead.getAsBoolean()) {
            now();
            return;
        }
        lingering = true;
        deadline.await(Wait.CLIENT_CLOSE);
        var _ = ((DuplexChannel) channel).shutdownOutput();
    }

    void now() {
        var _ = channel.close();
    }

    /// The client sent bytes that nobody will read.
    void discard(int count) {
        discarded += count;
        if (lingering && discarded > DISCARDED_BYTES_MAX) {
            now();
        }
    }

    /// The client closed its side.
    void inputEnded() {
        if (lingering) {
            now();
        }
    }
}
