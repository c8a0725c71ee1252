package krait.workers;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import krait.base.Problem;
import krait.wire.FrameWriter;
import krait.wire.Kind;
import krait.wire.LaneMessage;
import krait.wire.ProtocolException;
import krait.wire.StreamEvent;
import krait.wire.StreamState;
import org.jspecify.annotations.Nullable;

/// A place in a worker process where Python runs, and the link to it. Belongs to one event loop:
/// everything here is called on it, but for [#execute] and [#inLoop].
public final class Lane {
    /// A frame is sent early when it has grown to this size, bytes.
    private static final int FRAME_BYTES_SOFT = 128 * 1024;

    /// An id that was cancelled is not used again for this long, seconds: by then the order has
    /// been carried out.
    private static final int CANCEL_LIFE_S = 60;

    private final LoopLanes owner;
    private final Channel channel;
    private final int process;
    private final int index;
    private final int pid;
    private final ServiceTime serviceTime;
    private final LaneFrame frame = new LaneFrame();
    private final Runnable flush = this::flush;

    private @Nullable Slot[] slots = new @Nullable Slot[8];
    private int[] freeIds = {7, 6, 5, 4, 3, 2, 1};
    private int free = 7;
    private int inFlight;
    private int depth = 1;
    private long sequence;
    private long sent;
    private long sentBefore;
    private long headSince;
    private boolean flushPlanned;
    private boolean urgent;
    private boolean active;
    private boolean closed;
    private @Nullable Runnable whenRetired;

    /// A request in progress on the lane.
    private static final class Slot {
        final int id;
        @Nullable WorkerRequest request;
        StreamState state = StreamState.IDLE;
        long sequence;
        long cancelledAt;

        Slot(int id) {
            this.id = id;
        }
    }

    Lane(LoopLanes owner, Channel channel, int process, int index, int pid) {
        this.owner = owner;
        this.channel = channel;
        this.process = process;
        this.index = index;
        this.pid = pid;
        LanePolicy policy = owner.policy();
        this.serviceTime = new ServiceTime(policy.batchTarget().toNanos(), policy.depthMax());
    }

    public int process() {
        return process;
    }

    /// Process id of the worker.
    public int pid() {
        return pid;
    }

    public boolean inLoop() {
        return channel.eventLoop().inEventLoop();
    }

    public void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    int inFlight() {
        return inFlight;
    }

    boolean hasRoom() {
        return inFlight < depth && active && !closed;
    }

    /// Gives the request to the lane; it goes out with the others of this turn of the loop.
    void send(WorkerRequest request) {
        Slot slot = takeSlot();
        slot.state = slot.state.after(StreamEvent.REQUEST);
        slot.request = request;
        slot.sequence = sequence++;
        slot.cancelledAt = 0;
        if (inFlight++ == 0) {
            headSince = owner.nanoTime();
        }
        request.writeTo(frame, slot.id);
        planFlush();
        request.onStart(this, slot.id);
    }

    /// Whether `id` still stands for `request`: a message about a request that has ended meanwhile
    /// must not reach the next one of the same id.
    @SuppressWarnings("ReferenceEquality") // the same request, not an equal one
    public boolean runs(WorkerRequest request, int id) {
        Slot slot = id > 0 && id < slots.length ? slots[id] : null;
        return slot != null && slot.request == request;
    }

    /// Sends a piece of the request body, and releases it.
    public void body(int id, ByteBuf chunk, boolean last) {
        message(4, Kind.BODY, id);
        frame.bytes(chunk);
        frame.writer().bool(last);
        planUrgentFlush();
    }

    /// Allows the lane `bytes` more of response body.
    public void credit(int id, int bytes) {
        message(3, Kind.CREDIT, id).integer(bytes);
        planUrgentFlush();
    }

    /// Tells the lane that nobody wants the answer any more.
    public void abort(int id) {
        message(2, Kind.ABORT, id);
        planUrgentFlush();
    }

    /// Answers a FILE message.
    public void fileDone(int id, boolean taken) {
        message(3, Kind.FILE_DONE, id).bool(taken);
        planUrgentFlush();
        Slot slot = slot(id);
        slot.state = slot.state.after(taken ? StreamEvent.FILE_TAKEN : StreamEvent.FILE_REFUSED);
        if (taken) {
            finish(slot);
        }
    }

    /// Takes a message of the lane.
    void onMessage(LaneMessage message) {
        switch (message.kind()) {
            case Kind.SPENT -> {
                serviceTime.record(message.offset(), message.count());
                owner.spent(message.offset(), message.count());
                depth = serviceTime.depth();
            }
            case Kind.BODY_CREDIT -> deliver(slot(message.id()), message);
            default -> {
                Slot slot = slot(message.id());
                slot.state = slot.state.after(message.event());
                WorkerRequest request = slot.request;
                if (slot.state == StreamState.IDLE) {
                    finish(slot);
                }
                if (request != null) {
                    request.onMessage(message);
                } else if (slot.state == StreamState.FILE) {
                    fileDone(slot.id, true);
                }
            }
        }
    }

    /// After the last message of what has been read.
    void onRead() {
        if (inFlight > 0) {
            headSince = owner.nanoTime();
        }
        if (active) {
            owner.fill(this);
        }
        if (!frame.isEmpty()) {
            planFlush();
        }
    }

    /// Looks for a request that has run longer than it may: it is answered and cancelled; one that
    /// does not end then counts as hung.
    void checkTime(long now, LanePolicy policy) {
        long limit = policy.requestTimeout().toNanos();
        Slot head = inFlight == 0 || limit == 0 ? null : head();
        if (head == null) {
            return;
        }
        if (head.cancelledAt != 0) {
            if (now - head.cancelledAt > policy.cancelGrace().toNanos()) {
                head.cancelledAt = now;
                owner.watch().hung(process, "a request did not end after it was cancelled");
            }
        } else if (head.state == StreamState.OPEN && now - headSince > limit) {
            owner.requestTimedOut();
            cancel(head, now, RequestProblems.timeout(policy));
        }
    }

    /// Answers and cancels whatever is in progress. On its loop.
    void cancelAll(Problem why) {
        for (Slot slot : slots) {
            if (slot != null && slot.state != StreamState.IDLE && slot.cancelledAt == 0) {
                cancel(slot, owner.nanoTime(), why);
            }
        }
    }

    private void cancel(Slot slot, long now, Problem why) {
        slot.cancelledAt = now;
        WorkerRequest request = slot.request;
        slot.request = null;
        if (request != null) {
            request.onFailure(why);
        }
        abort(slot.id);
        owner.watch().cancel(process, index, slot.id);
    }

    /// The link is gone: every request on it goes to another lane or fails. What the lane held back
    /// were answers to safe requests only (docs/internals/protocol.md), so behind an unanswered
    /// request no unsafe one has begun.
    void onClosed() {
        if (closed) {
            return;
        }
        closed = true;
        Slot[] lost =
                Arrays.stream(slots)
                        .filter(slot -> slot != null && slot.state != StreamState.IDLE)
                        .toArray(Slot[]::new);
        Arrays.sort(lost, Comparator.comparingLong(slot -> slot.sequence));
        boolean mayHaveBegun = true;
        for (Slot slot : lost) {
            WorkerRequest request = slot.request;
            if (request != null) {
                lose(request, slot.state, mayHaveBegun);
            }
            slot.request = null;
            slot.state = StreamState.IDLE;
            mayHaveBegun = false;
        }
        inFlight = 0;
        owner.remove(this);
        retired();
    }

    private void lose(WorkerRequest request, StreamState state, boolean mayHaveBegun) {
        boolean again =
                state == StreamState.OPEN
                        && request.repeatable()
                        && (!mayHaveBegun || request.safe());
        if (again && !request.abandoned()) {
            owner.again(request, mayHaveBegun);
        } else {
            request.onFailure(RequestProblems.died());
        }
    }

    /// Takes requests from now on. On its loop.
    void activate() {
        if (!closed && !active) {
            active = true;
            owner.add(this);
        }
    }

    /// Takes no further requests; runs `whenIdle` when those in progress have ended. On its loop.
    void retire(Runnable whenIdle) {
        active = false;
        owner.remove(this);
        if (inFlight == 0) {
            whenIdle.run();
        } else {
            whenRetired = whenIdle;
        }
    }

    /// Closes the link a little later, from any thread; [#onClosed] follows.
    void closeAfter(long milliseconds) {
        channel.eventLoop().schedule(() -> channel.close(), milliseconds, TimeUnit.MILLISECONDS);
    }

    /// Closes the link and kills the process behind it: it does not speak the protocol.
    void fail(ProtocolException fault) {
        owner.watch().hung(process, "it broke the worker protocol: " + fault.getMessage());
        channel.close();
    }

    private void deliver(Slot slot, LaneMessage message) {
        if (slot.state == StreamState.IDLE) {
            throw new ProtocolException("credit for a request that is not in progress");
        }
        WorkerRequest request = slot.request;
        if (request != null) {
            request.onMessage(message);
        }
    }

    private void finish(Slot slot) {
        slot.request = null;
        if (slot.cancelledAt == 0) {
            freeIds[free++] = slot.id;
        } else {
            // A CANCEL on its way would hit the next request of this id.
            slots[slot.id] = null;
            channel.eventLoop()
                    .schedule(() -> freeIds[free++] = slot.id, CANCEL_LIFE_S, TimeUnit.SECONDS);
        }
        if (--inFlight == 0 && whenRetired != null) {
            retired();
        }
    }

    private void retired() {
        Runnable idle = whenRetired;
        whenRetired = null;
        if (idle != null) {
            idle.run();
        }
    }

    private Slot takeSlot() {
        if (free == 0) {
            grow();
        }
        int id = freeIds[--free];
        Slot slot = slots[id];
        if (slot == null) {
            slot = new Slot(id);
            slots[id] = slot;
        }
        return slot;
    }

    private void grow() {
        int size = slots.length;
        slots = Arrays.copyOf(slots, 2 * size);
        freeIds = new int[2 * size];
        for (int id = 2 * size - 1; id >= size; id--) {
            freeIds[free++] = id;
        }
    }

    private Slot slot(int id) {
        Slot slot = id > 0 && id < slots.length ? slots[id] : null;
        if (slot == null) {
            throw new ProtocolException("request " + id + " is not in progress");
        }
        return slot;
    }

    private @Nullable Slot head() {
        Slot head = null;
        for (Slot slot : slots) {
            if (slot != null
                    && slot.state != StreamState.IDLE
                    && (head == null || slot.sequence < head.sequence)) {
                head = slot;
            }
        }
        return head;
    }

    private FrameWriter message(int elements, int kind, int id) {
        FrameWriter writer = frame.writer();
        writer.message(elements, kind);
        writer.integer(id);
        return writer;
    }

    /// For what a request in progress may wait for.
    private void planUrgentFlush() {
        urgent = true;
        planFlush();
    }

    private void planFlush() {
        if (frame.size() > FRAME_BYTES_SOFT) {
            urgent = true;
            flush();
        } else if (!flushPlanned) {
            flushPlanned = true;
            channel.eventLoop().execute(flush);
        }
    }

    /// Sends what has gathered. Requests wait for more of their kind while the lane works on one
    /// frame and has the next: each frame costs a system call on both sides, twice.
    private void flush() {
        flushPlanned = false;
        if (frame.isEmpty() || (!urgent && hasTwoFrames())) {
            return;
        }
        urgent = false;
        if (sequence > sent) {
            sentBefore = sent;
            sent = sequence;
        }
        frame.sendTo(channel);
    }

    /// Whether answers are missing of a frame before the last one.
    private boolean hasTwoFrames() {
        return sequence - inFlight < sentBefore;
    }
}
