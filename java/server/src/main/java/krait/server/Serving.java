package krait.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import krait.base.Clock;
import krait.base.KraitException;
import krait.base.Log;
import krait.http.AccessLog;
import krait.http.AccessLogWriter;
import krait.http.Edge;
import krait.http.EdgeSettings;
import krait.http.Mounts;
import krait.http.StaticCaching;
import krait.http.StaticFiles;
import krait.http.TrustedProxies;
import krait.server.Settings.Application;
import krait.server.Settings.Static;
import krait.workers.FileWatcher;
import krait.workers.Interpreters;
import krait.workers.LoadedApplication;
import krait.workers.WorkerSpec;

/// The launcher of the real server: puts the rooms together and takes them apart.
public final class Serving implements Launcher {
    private static final String SERVER_HEADER = "krait";

    /// The property in which the command of the wheel names its own interpreter.
    private static final String HOME_INTERPRETER = "krait.python.executable";

    @Override
    public Server start(Settings settings) {
        Log.configure(System.err, settings.logFormat(), settings.logLevel());
        Parts parts = new Parts();
        try {
            return assemble(settings, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    private static Server assemble(Settings settings, Parts parts) {
        Arrangement arrangement =
                Arrangement.of(settings, Runtime.getRuntime().availableProcessors());
        RuntimeFolder folder = parts.add(RuntimeFolder.create());
        Loops loops = parts.add(new Loops(arrangement.loops()));
        List<WorkerMount> workers = new ArrayList<>();
        List<Mounts.Mount> mounts = new ArrayList<>();
        for (Settings.Mount mount : settings.mounts()) {
            mounts.add(
                    switch (mount) {
                        case Application application -> {
                            WorkerMount started =
                                    parts.add(
                                            new WorkerMount(
                                                    application.prefix(),
                                                    spec(
                                                            settings,
                                                            application,
                                                            arrangement,
                                                            workers.size()),
                                                    loops,
                                                    folder.make("mount-" + workers.size())));
                            workers.add(started);
                            yield new Mounts.Mount(application.prefix(), started.dispatcher());
                        }
                        case Static files ->
                                new Mounts.Mount(
                                        files.prefix(),
                                        new StaticFiles(
                                                files.prefix(),
                                                files.folder(),
                                                StaticCaching.DEFAULT,
                                                Clock.SYSTEM));
                    });
        }
        AccessLog accessLog =
                settings.accessLog()
                        ? parts.add(
                                new AccessLogWriter(System.out, settings.logFormat(), Clock.SYSTEM))
                        : AccessLog.NONE;
        Edge edge =
                parts.add(
                        Edge.start(
                                new EdgeSettings(
                                        settings.binds(),
                                        settings.limits(),
                                        TrustedProxies.parse(settings.forwardedAllowIps()),
                                        SERVER_HEADER),
                                loops.group(),
                                new Mounts(mounts),
                                accessLog));
        workers.forEach(mount -> join(mount.supervisor().firstReady()));
        RunningServer server =
                new RunningServer(edge, workers, parts, settings.limits().stopTimeout());
        if (settings.reload()) {
            parts.add(watch(settings, server));
        }
        return server;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof KraitException known ? known : failure;
        }
    }

    private static FileWatcher watch(Settings settings, RunningServer server) {
        List<Path> folders = new ArrayList<>();
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Application application) {
                folders.add(application.folder());
            }
        }
        return FileWatcher.watch(folders, server::reload);
    }

    static WorkerSpec spec(
            Settings settings, Application application, Arrangement arrangement, int number) {
        return new WorkerSpec(
                Interpreters.find(
                        settings.python(),
                        application.folder(),
                        System.getProperty(HOME_INTERPRETER, ""),
                        System.getenv()),
                settings.pythonHome(),
                new WorkerSpec.Application(
                        application.folder(),
                        application.module(),
                        application.file(),
                        application.attribute(),
                        switch (settings.callingConvention()) {
                            case AUTO -> "auto";
                            case WSGI -> "wsgi";
                        }),
                arrangement.processes(),
                arrangement.lanes(),
                arrangement.lanes() > 1,
                arrangement.processes() > 1,
                settings.environment(),
                settings.limits(),
                settings.debug(),
                number == 0 ? "worker" : "worker-" + (char) ('a' + number));
    }

    @Override
    public List<Loaded> check(Settings settings) {
        Log.configure(System.err, settings.logFormat(), settings.logLevel());
        try (Parts parts = new Parts()) {
            RuntimeFolder folder = parts.add(RuntimeFolder.create());
            Loops loops = parts.add(new Loops(1));
            List<Loaded> loaded = new ArrayList<>();
            for (Settings.Mount mount : settings.mounts()) {
                if (mount instanceof Application application) {
                    WorkerSpec spec =
                            spec(settings, application, Arrangement.SINGLE, loaded.size());
                    Path sockets = folder.make("mount-" + loaded.size());
                    WorkerMount worker =
                            parts.add(new WorkerMount(application.prefix(), spec, loops, sockets));
                    LoadedApplication found = join(worker.supervisor().firstReady());
                    loaded.add(
                            new Loaded(application.prefix(), found.name(), "wsgi", found.python()));
                }
            }
            return loaded;
        }
    }
}
