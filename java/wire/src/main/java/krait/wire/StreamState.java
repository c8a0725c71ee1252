package krait.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    private static final Map<StreamState, Map<StreamEvent, StreamState>> NEXT = table();

    /// The state after `event`.
    ///
    /// @throws ProtocolException when the step is not allowed
    public StreamState after(StreamEvent event) {
        Map<StreamEvent, StreamState> row = NEXT.get(this);
        StreamState to = row == null ? null : row.get(event);
        if (to == null) {
            throw new ProtocolException(event + " is not allowed in state " + this);
        }
        return to;
    }

    private static Map<StreamState, Map<StreamEvent, StreamState>> table() {
        Map<StreamState, Map<StreamEvent, StreamState>> table = new EnumMap<>(StreamState.class);
        for (Step step : STEPS) {
            table.computeIfAbsent(step.from(), from -> new EnumMap<>(StreamEvent.class))
                    .put(step.event(), step.to());
        }
        return table;
    }
}
