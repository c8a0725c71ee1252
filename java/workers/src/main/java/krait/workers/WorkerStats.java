package krait.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

    private static final String RESIDENT = "VmRSS:";

    static WorkerStats read(
            String name, long pid, WorkerState state, int restarts, Duration uptime) {
        return new WorkerStats(name, pid, state, rssBytes(pid), cpu(pid), restarts, uptime);
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /// Of `/proc/PID/status`, proc(5); 0 where there is none.
    private static long rssBytes(long pid) {
        try {
            List<String> status =
                    Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            return status.stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException e) {
            return 0; // it has just ended, or the system has no /proc
        }
    }
}
