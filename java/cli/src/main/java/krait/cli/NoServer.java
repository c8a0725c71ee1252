package krait.cli;

import java.util.List;
import krait.base.Blame;
import krait.base.Problem;
import krait.server.Launcher;
import krait.server.Server;
import krait.server.Settings;

/// Stands where the launcher of the server room goes: the command line can be built and tried on
/// its own.
final class NoServer implements Launcher {
    @Override
    public Server start(Settings settings) {
        throw missing();
    }

    @Override
    public List<Loaded> check(Settings settings) {
        throw missing();
    }

    private static RuntimeException missing() {
        return Problem.of("no-server", Blame.INTERNAL, "this build holds no server").exception();
    }
}
