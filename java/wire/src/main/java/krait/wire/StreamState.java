package krait.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// State of one request on a link, as the server sees it (docs/internals/protocol.md draws it).
/// BODY, BODY_CREDIT, CREDIT and ABORT are allowed in every state but [#IDLE] and change nothing.
public enum StreamState {
    IDLE,
    OPEN,
    STREAMING,
    FILE;

    /// One allowed step.
    public record Step(StreamState from, StreamEvent event, StreamState to) {}

    /// Every allowed step; what is not here breaks the protocol.
    public static final List<Step> STEPS =
            List.of(
                    new Step(IDLE, StreamEvent.REQUEST, OPEN),
                    new Step(OPEN, StreamEvent.RESPONSE, IDLE),
                    new Step(OPEN, StreamEvent.ERROR, IDLE),
                    new Step(OPEN, StreamEvent.START, STREAMING),
                    new Step(OPEN, StreamEvent.FILE, FILE),
                    new Step(STREAMING, StreamEvent.CHUNK, STREAMING),
                    new Step(STREAMING, StreamEvent.END, IDLE),
                    new Step(STREAMING, StreamEvent.ERROR, IDLE),
                    new Step(FILE, StreamEvent.FILE_TAKEN, IDLE),
                    new Step(FILE, StreamEvent.FILE_REFUSED, OPEN));

    private static final int EVENTS = StreamEvent.values().length;
    private static final @Nullable StreamState[] NEXT = table();

    /// The state after `event`.
    ///
    /// @throws ProtocolException when the step is not allowed
    public StreamState after(StreamEvent event) {
        StreamState next = NEXT[ordinal() * EVENTS + event.ordinal()];
        if (next == null) {
            throw new ProtocolException(event + " is not allowed in state " + this);
        }
        return next;
    }

    private static @Nullable StreamState[] table() {
        @Nullable StreamState[] next = new @Nullable StreamState[values().length * EVENTS];
        for (Step step : STEPS) {
            next[step.from().ordinal() * EVENTS + step.event().ordinal()] = step.to();
        }
        return next;
    }
}
