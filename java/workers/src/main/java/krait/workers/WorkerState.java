package krait.workers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Where a worker stands in its life, and the only table that says which step leads where. A worker
/// is a place in the fleet: when its process dies, the next one lives on in the same worker.
public enum WorkerState {
    /// A process has been launched and is not ready yet.
    STARTING,
    /// Its lanes take requests.
    READY,
    /// Its lanes get nothing new; what is in progress is answered.
    DRAINING,
    /// It has been told to end.
    STOPPING,
    /// It has ended as it was told.
    STOPPED,
    /// Its process has died; the next one starts after a delay.
    BACKING_OFF,
    /// Its processes died too often, or the application can't be loaded: nothing starts any more.
    FAILED;

    private static final Map<WorkerState, Map<WorkerEvent, WorkerState>> TABLE = table();

    /// Every transition: from, event, to.
    static Map<WorkerState, Map<WorkerEvent, WorkerState>> transitions() {
        return TABLE;
    }

    /// The state that `event` leads to. An event that the table forbids here is a defect of the
    /// supervisor.
    WorkerState after(WorkerEvent event) {
        WorkerState next = TABLE.getOrDefault(this, Map.of()).get(event);
        if (next == null) {
            throw new IllegalStateException("a worker that is " + this + " can't " + event);
        }
        return next;
    }

    /// Whether a process stands behind a worker in this state.
    boolean hasProcess() {
        return switch (this) {
            case STARTING, READY, DRAINING, STOPPING -> true;
            case STOPPED, BACKING_OFF, FAILED -> false;
        };
    }

    /// Whether a worker in this state ends for good.
    boolean ended() {
        return this == STOPPED || this == FAILED;
    }

    private static Map<WorkerState, Map<WorkerEvent, WorkerState>> table() {
        Map<WorkerState, Map<WorkerEvent, WorkerState>> table = new EnumMap<>(WorkerState.class);
        add(table, STARTING, WorkerEvent.LOAD, READY);
        add(table, STARTING, WorkerEvent.CRASH, BACKING_OFF);
        add(table, STARTING, WorkerEvent.GIVE_UP, FAILED);
        add(table, STARTING, WorkerEvent.STOP, STOPPING);
        add(table, STARTING, WorkerEvent.KILL, STOPPED);
        add(table, READY, WorkerEvent.DRAIN, DRAINING);
        add(table, READY, WorkerEvent.CRASH, BACKING_OFF);
        add(table, READY, WorkerEvent.GIVE_UP, FAILED);
        add(table, READY, WorkerEvent.KILL, STOPPED);
        add(table, DRAINING, WorkerEvent.STOP, STOPPING);
        add(table, DRAINING, WorkerEvent.EXIT, STOPPED);
        add(table, DRAINING, WorkerEvent.KILL, STOPPED);
        add(table, STOPPING, WorkerEvent.EXIT, STOPPED);
        add(table, STOPPING, WorkerEvent.KILL, STOPPED);
        add(table, BACKING_OFF, WorkerEvent.RETRY, STARTING);
        add(table, BACKING_OFF, WorkerEvent.STOP, STOPPED);
        add(table, FAILED, WorkerEvent.STOP, STOPPED);
        return Collections.unmodifiableMap(table);
    }

    private static void add(
            Map<WorkerState, Map<WorkerEvent, WorkerState>> table,
            WorkerState from,
            WorkerEvent event,
            WorkerState to) {
        table.computeIfAbsent(from, state -> new EnumMap<>(WorkerEvent.class)).put(event, to);
    }
}
