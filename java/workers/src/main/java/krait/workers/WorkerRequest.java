package krait.workers;

import krait.base.Problem;
import krait.wire.LaneMessage;

/// One request as the lane pool sees it; the server implements it over an exchange of the edge. Its
/// home is the event loop of its connection; the lane that runs it may belong to another loop.
public interface WorkerRequest {
    /// Appends the REQUEST message, id right after the kind. On the home loop until [#keep] has
    /// been called, later on the loop of whichever lane takes it. Called again when the request
    /// goes to another lane.
    void writeTo(LaneFrame frame, int id);

    /// The request has to wait: whatever [#writeTo] needs must be kept. On the home loop.
    void keep();

    /// A lane has it under `id`. On the lane's loop, right after [#writeTo].
    void onStart(Lane lane, int id);

    /// A message of the lane about this request; its bytes are valid during the call only. On the
    /// lane's loop.
    void onMessage(LaneMessage message);

    /// Nobody will answer it: queue full, waited too long, lane dead, time up. On any loop.
    void onFailure(Problem problem);

    /// Whether nobody wants the answer any more. On any loop.
    boolean abandoned();

    /// Whether [#writeTo] can say all of it once more. On the lane's loop.
    boolean repeatable();

    /// Whether it may be run although it may have been begun: its method is safe (RFC 9110 section
    /// 9.2.1) and this has not happened to it before. Any loop.
    boolean safe();

    /// Its lane died and it goes to another. On the home loop.
    void again(boolean mayHaveBegun);

    /// Runs a task on the home loop.
    void execute(Runnable task);
}
