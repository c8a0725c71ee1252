package krait.server;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import krait.base.KraitException;
import krait.base.Limits;
import krait.base.Log;
import krait.http.Dispatcher;
import krait.runtime.lib.ProgramState;
import org.jspecify.annotations.Nullable;

/// One compiled application: its code, and the threads for its long handlers. Thread-safe once it
/// is open.
final class CompiledMount implements AutoCloseable {
    private static final Log LOG = Log.of("compiled");

    private final Settings.Compiled from;
    private final Limits limits;
    private final boolean debug;
    private final CompiledApplication first;
    private @Nullable HandlerPool pool;
    private @Nullable Future<?> ticker;
    private volatile @Nullable CompiledDispatcher dispatcher;

    /// Compiles and loads it.
    ///
    /// @throws KraitException when the compiler refuses it or its module raises
    CompiledMount(Settings.Compiled from, Limits limits, boolean debug) {
        this.from = from;
        this.limits = limits;
        this.debug = debug;
        ProgramState.ofServer(
                        List.of(from.file().toString()),
                        InputStream.nullInputStream(),
                        new ProgramOutput(LOG, Log.Level.INFO),
                        new ProgramOutput(LOG, Log.Level.WARNING))
                .start();
        long began = System.nanoTime();
        this.first = CompiledApplication.load(from, limits.startTimeout());
        LOG.info(loaded("compiled", began));
    }

    private String loaded(String verb, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return verb + " " + from.file() + " in " + millis + " ms";
    }

    /// Makes the threads.
    ///
    /// @return who takes the exchanges of the mount
    Dispatcher open(Loops loops) {
        int cores = Runtime.getRuntime().availableProcessors();
        HandlerPool opened = new HandlerPool(cores, loops.all().size(), limits);
        pool = opened;
        EventLoop timer = loops.all().getFirst();
        long period = HandlerPool.TICK.toMillis();
        ticker = timer.scheduleAtFixedRate(opened::tick, period, period, TimeUnit.MILLISECONDS);
        CompiledDispatcher made = new CompiledDispatcher(from.prefix(), opened, debug, first);
        dispatcher = made;
        return made;
    }

    String prefix() {
        return from.prefix();
    }

    /// `file:attribute`.
    String name() {
        return from.file().getFileName() + ":" + from.attribute();
    }

    /// Compiles again; on a failure the old code goes on.
    void reload() {
        Thread.ofPlatform().daemon().name("reload").start(this::replace);
    }

    private void replace() {
        CompiledDispatcher serving = dispatcher;
        long began = System.nanoTime();
        try {
            CompiledApplication next = CompiledApplication.load(from, limits.startTimeout());
            if (serving != null) {
                serving.use(next);
            }
            LOG.info(loaded("reloaded: compiled", began));
        } catch (KraitException failure) {
            LOG.problem(failure.problem());
            LOG.warning("not reloaded: " + from.file() + " goes on with the old code");
        }
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.cancel(false);
        }
        if (pool != null) {
            pool.close();
        }
    }
}
