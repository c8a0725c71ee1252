package krait.server;

import krait.server.Settings.Model;

/// How many processes and lanes serve an application, and how many event loops the server has
/// (design, section 4).
///
/// @param processes worker processes
/// @param lanes threads in each that run requests
/// @param loops event loops of the server
record Arrangement(int processes, int lanes, int loops) {
    /// Just enough to load an application.
    static final Arrangement SINGLE = new Arrangement(1, 1, 1);

    /// Lanes of a process in the threads model when nothing is said: enough to wait on a database,
    /// few enough not to crowd one interpreter.
    static final int THREADS_AUTO = 8;

    static Arrangement of(Settings settings, int cores) {
        boolean threads =
                settings.model() == Model.THREADS
                        || (settings.model() == Model.AUTO && settings.threads() > 1);
        int lanes = threads ? (settings.threads() == 0 ? THREADS_AUTO : settings.threads()) : 1;
        int processes = settings.workers() == 0 ? cores : settings.workers();
        int loopsAuto = compiledAlone(settings) ? cores : Math.max(1, cores / 2);
        int loops = settings.loops() == 0 ? loopsAuto : settings.loops();
        return new Arrangement(processes, lanes, loops);
    }

    /// Whether no worker process needs a core.
    private static boolean compiledAlone(Settings settings) {
        return settings.mounts().stream().anyMatch(Settings.Compiled.class::isInstance)
                && settings.mounts().stream().noneMatch(Settings.Application.class::isInstance);
    }
}
