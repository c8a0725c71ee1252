package krait.workers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import krait.base.Limits;

/// A server that a test kills: it starts one worker that runs `shop` in a folder.
final class ServerToKill {
    private ServerToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        WorkerSpec spec =
                new WorkerSpec(
                        Interpreters.find("", folder, System.getenv()),
                        Path.of(arguments[1]),
                        new WorkerSpec.Application(folder, "shop", "", "", "auto"),
                        1,
                        1,
                        false,
                        false,
                        Map.of(),
                        Limits.DEFAULTS,
                        false,
                        "worker");
        try (Supervisor supervisor =
                new Supervisor(spec, new FakeLanes(false), folder, List.of("/nonexistent/link"))) {
            supervisor.start();
            Thread.currentThread().join();
        }
    }
}
