package krait.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import krait.base.Clock;
import krait.base.KraitException;
import krait.base.Limits;
import krait.base.Log;
import krait.base.LogWriter;
import krait.http.AccessLog;
import krait.http.AccessLogWriter;
import krait.http.Compression;
import krait.http.Dispatcher;
import krait.http.Edge;
import krait.http.EdgeSettings;
import krait.http.Mounts;
import krait.http.StaticCaching;
import krait.http.StaticFiles;
import krait.http.TrustedProxies;
import krait.server.Settings.Application;
import krait.server.Settings.Compiled;
import krait.server.Settings.Static;
import krait.workers.FileWatcher;
import krait.workers.Interpreters;
import krait.workers.LoadedApplication;
import krait.workers.WorkerSpec;

/// The launcher of the real server: puts the rooms together and takes them apart.
public final class Serving implements Launcher {
    private static final Log LOG = Log.of("server");
    private static final String SERVER_HEADER = "krait";

    /// The property in which the command of the wheel names its own interpreter.
    private static final String HOME_INTERPRETER = "krait.python.executable";

    @Override
    public Optional<Server> start(Settings settings, CompletableFuture<Void> cancelled) {
        Parts parts = new Parts();
        LogWriter log = parts.add(new LogWriter(System.err));
        Log.configure(log, settings.logFormat(), settings.logLevel());
        try {
            Server server = assemble(settings, parts, cancelled);
            if (!cancelled.isDone()) {
                return Optional.of(server);
            }
            LOG.info("stopping: a signal came before the server was up");
            parts.close();
            return Optional.empty();
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    private static Server assemble(
            Settings settings, Parts parts, CompletableFuture<Void> cancelled) {
        Arrangement arrangement =
                Arrangement.of(settings, Runtime.getRuntime().availableProcessors());
        AccessLog accessLog = accessLog(settings, parts);
        RuntimeFolder folder = parts.add(RuntimeFolder.create());
        List<WorkerMount> workers = new ArrayList<>();
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Application application) {
                workers.add(parts.add(launch(settings, application, arrangement, folder)));
            }
        }
        List<CompiledMount> compiled = new ArrayList<>();
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Compiled each) {
                compiled.add(parts.add(load(settings, each)));
            }
        }
        Loops loops = parts.add(new Loops(arrangement.loops(), settings.transport()));
        workers.forEach(parts::add); // they end before the loops that their lanes live on
        Mounts mounts = mounts(settings, workers, compiled, loops);
        Edge edge =
                parts.add(
                        Edge.start(
                                new EdgeSettings(
                                        settings.binds(),
                                        settings.limits(),
                                        TrustedProxies.parse(settings.forwardedAllowIps()),
                                        SERVER_HEADER,
                                        settings.metrics().isPresent()),
                                loops.group(),
                                root(settings, mounts),
                                accessLog));
        settings.metrics()
                .ifPresent(address ->
                        parts.add(serve(new Metrics(edge, workers, loops.all()), address, loops)));
        for (WorkerMount mount : workers) {
            join(CompletableFuture.anyOf(mount.supervisor().firstReady(), cancelled));
        }
        RunningServer server =
                new RunningServer(edge, workers, compiled, parts, settings.limits().stopTimeout());
        if (settings.reload()) {
            parts.add(watch(settings, server));
        }
        return server;
    }

    /// Closed after all that logs, and after the processes and their folder have gone: whatever
    /// reads it may be stuck.
    private static AccessLog accessLog(Settings settings, Parts parts) {
        return settings.accessLog()
                ? parts.add(new AccessLogWriter(System.out, settings.logFormat(), Clock.SYSTEM))
                : AccessLog.NONE;
    }

    private static Dispatcher root(Settings settings, Mounts mounts) {
        return switch (settings.compress()) {
            case OFF -> mounts;
            case AUTO -> new Compression(mounts, settings.compressBytesMin());
        };
    }

    /// Metrics have an edge of their own: they are never found on a public address, they count no
    /// request of their own, and they are still answered while the other edge drains.
    private static Edge serve(Metrics metrics, URI address, Loops loops) {
        Edge edge =
                Edge.start(
                        new EdgeSettings(
                                List.of(address),
                                Limits.DEFAULTS,
                                TrustedProxies.parse(List.of()),
                                SERVER_HEADER,
                                false),
                        loops.group(),
                        new MetricsEndpoint(metrics),
                        AccessLog.NONE);
        String where = edge.addresses().getFirst();
        boolean unix = where.startsWith("unix:");
        LOG.info("metrics are at " + where + (unix ? ", path " : "") + MetricsEndpoint.PATH);
        return edge;
    }

    private static WorkerMount launch(
            Settings settings,
            Application application,
            Arrangement arrangement,
            RuntimeFolder folder) {
        int number =
                settings.mounts().stream()
                        .filter(Application.class::isInstance)
                        .toList()
                        .indexOf(application);
        return new WorkerMount(
                application.prefix(),
                spec(settings, application, arrangement, number),
                arrangement.loops(),
                folder.make("mount-" + number));
    }

    private static CompiledMount load(Settings settings, Compiled application) {
        return new CompiledMount(application, settings.limits(), settings.debug());
    }

    /// Makes the table.
    ///
    /// @param workers those of the applications, in the order of the mounts
    /// @param compiled those of the compiled ones, in the order of the mounts
    private static Mounts mounts(
            Settings settings,
            List<WorkerMount> workers,
            List<CompiledMount> compiled,
            Loops loops) {
        Iterator<WorkerMount> nextWorker = workers.iterator();
        Iterator<CompiledMount> nextCompiled = compiled.iterator();
        List<Mounts.Mount> mounts = new ArrayList<>();
        for (Settings.Mount mount : settings.mounts()) {
            Dispatcher dispatcher =
                    switch (mount) {
                        case Application _ -> nextWorker.next().open(loops);
                        case Compiled _ -> nextCompiled.next().open(loops);
                        case Static files ->
                                new StaticFiles(
                                        files.prefix(),
                                        files.folder(),
                                        caching(files),
                                        Clock.SYSTEM);
                    };
            mounts.add(new Mounts.Mount(mount.prefix(), dispatcher));
        }
        return new Mounts(mounts);
    }

    private static StaticCaching caching(Static files) {
        return files.cacheControl().isEmpty()
                ? StaticCaching.DEFAULT
                : StaticCaching.DEFAULT.with(files.cacheControl());
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
            switch (mount) {
                case Application application -> folders.add(application.folder());
                case Compiled application -> folders.add(application.folder());
                case Static _ -> {}
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
                            case AUTO, COMPILED -> "auto";
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
            List<WorkerMount> workers = new ArrayList<>();
            for (Settings.Mount mount : settings.mounts()) {
                if (mount instanceof Application application) {
                    workers.add(
                            parts.add(launch(settings, application, Arrangement.SINGLE, folder)));
                }
            }
            List<Loaded> loaded = new ArrayList<>();
            for (Settings.Mount mount : settings.mounts()) {
                if (mount instanceof Compiled each) {
                    CompiledMount compiled = parts.add(load(settings, each));
                    loaded.add(new Loaded(compiled.prefix(), compiled.name(), "compiled", ""));
                }
            }
            Loops loops = parts.add(new Loops(Arrangement.SINGLE.loops(), settings.transport()));
            for (WorkerMount worker : workers) {
                worker.open(loops);
                LoadedApplication found = join(worker.supervisor().firstReady());
                loaded.add(new Loaded(worker.prefix(), found.name(), "wsgi", found.python()));
            }
            return loaded;
        }
    }
}
