package krait.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a process of this machine uses, as the operating system tells it.
///
/// @param residentBytes resident memory; 0 when it is not known
/// @param cpu processor time used so far; zero when it is not known
public record ProcessUsage(long residentBytes, Duration cpu) {
    private static final String RESIDENT = "VmRSS:";

    public static ProcessUsage of(long pid) {
        return new ProcessUsage(residentBytes(pid), cpu(pid));
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /// Of `/proc/PID/status`, proc(5); 0 where there is none.
    private static long residentBytes(long pid) {
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
