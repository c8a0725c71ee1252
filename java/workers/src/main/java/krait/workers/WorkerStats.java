package krait.workers;

import java.time.Duration;
import krait.base.ProcessUsage;

/// One worker at one moment.
///
/// @param name such as `worker-1`
/// @param pid process id, 0 when there is no process
/// @param state where it stands in its life
/// @param rssBytes resident memory in bytes; 0 when it is not known
/// @param cpu processor time that the process has used; zero when it is not known
/// @param restarts processes that followed one that died
/// @param uptime since the process became ready
public record WorkerStats(
        String name,
        long pid,
        WorkerState state,
        long rssBytes,
        Duration cpu,
        int restarts,
        Duration uptime) {

    static WorkerStats read(
            String name, long pid, WorkerState state, int restarts, Duration uptime) {
        ProcessUsage usage = ProcessUsage.of(pid);
        return new WorkerStats(
                name, pid, state, usage.residentBytes(), usage.cpu(), restarts, uptime);
    }
}
