package krait.http;

import io.netty.buffer.ByteBuf;

/// The body of a request, given out as the reader grants credit. Loop only.
///
/// The edge gathers a body until it is whole or `Edge.BODY_GATHER_BYTES` (256 KiB) are there, and
/// only then dispatches: most bodies are complete when the dispatcher sees the exchange.
public interface RequestBody {
    /// Whether every byte has been received (taken or not). True for a request without a body.
    boolean complete();

    /// Bytes received and not yet taken.
    int available();

    /// Takes all bytes received so far; the caller releases the buffer. The buffer is empty when
    /// nothing is there.
    ByteBuf take();

    /// Sets who hears of further bytes: called on the loop after the arrival of bytes, and once
    /// more when the body is complete. Reading from the socket stops while `Edge.BODY_GATHER_BYTES`
    /// are waiting to be taken.
    void onArrival(Runnable listener);
}
