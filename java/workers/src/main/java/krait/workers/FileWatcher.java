package krait.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import krait.base.Blame;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// Tells when Python source files below some folders change. An editor that writes several files,
/// or one file in several steps, makes one call. Virtual environments, hidden folders,
/// `__pycache__` and `node_modules` are passed over. Its virtual thread owns all but [#close].
public final class FileWatcher implements AutoCloseable {
    /// A change is told when nothing has changed for this long.
    private static final long QUIET_MS = 100;

    /// A change is told after this time even when others follow all the time.
    private static final long QUIET_WAIT_MAX_MS = 2_000;

    private static final int FOLDERS_MAX = 8_192;
    private static final Log LOG = Log.of("reload");

    private final WatchService service;
    private final Runnable changed;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    private FileWatcher(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /// Watches `roots` from now on. `changed` is called in the watcher's thread.
    ///
    /// @throws krait.base.KraitException blame RESOURCES, when the system can't watch them
    public static FileWatcher watch(List<Path> roots, Runnable changed) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            FileWatcher watcher = new FileWatcher(service, changed);
            try {
                for (Path root : roots) {
                    watcher.register(root);
                }
            } catch (IOException e) {
                service.close();
                throw e;
            }
            Thread.ofVirtual().name("file-watcher").start(watcher::run);
            return watcher;
        } catch (IOException e) {
            throw Problem.of(
                            "files-not-watched",
                            Blame.RESOURCES,
                            "the application's files can't be watched: " + e.getMessage())
                    .at(roots.toString())
                    .remedy("raise fs.inotify.max_user_watches, or leave out --reload")
                    .exception();
        }
    }

    /// Registers a folder and what lies below; true when there is a source file among it.
    private boolean register(Path root) throws IOException {
        boolean[] sources = {false};
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of)
                            throws IOException {
                        if (!folder.equals(root) && ignored(folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return add(folder) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                        sources[0] |= isSource(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(root)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE; // it has just gone, or is not ours to read
                    }
                });
        return sources[0];
    }

    private boolean add(Path folder) throws IOException {
        if (folders.size() >= FOLDERS_MAX) {
            LOG.warning("only some folders are watched", "folders_max", FOLDERS_MAX);
            return false;
        }
        WatchKey key =
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
        folders.put(key, folder);
        return true;
    }

    private static boolean ignored(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".")
                || name.equals("__pycache__")
                || name.equals("node_modules")
                || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    private static boolean isSource(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".py") && !name.startsWith(".");
    }

    private void run() {
        try {
            while (true) {
                if (changes(service.take())) {
                    awaitQuiet();
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("files are watched no more");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuiet() throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(QUIET_WAIT_MAX_MS)) {
            WatchKey key = service.poll(QUIET_MS, TimeUnit.MILLISECONDS);
            if (key == null) {
                return;
            }
            changes(key);
        }
    }

    /// Takes the events of a folder; true when a source file is among them.
    private boolean changes(WatchKey key) {
        Path folder = folders.get(key);
        boolean sources = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            sources |= folder == null || concerns(folder, event);
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return sources;
    }

    private boolean concerns(Path folder, WatchEvent<?> event) {
        @Nullable Object context = event.context();
        if (!(context instanceof Path name)) {
            return true; // events were lost: who knows which
        }
        Path path = folder.resolve(name);
        boolean created = StandardWatchEventKinds.ENTRY_CREATE.equals(event.kind());
        if (created && Files.isDirectory(path) && !ignored(path)) {
            try {
                return register(path);
            } catch (NoSuchFileException e) {
                return false; // gone as soon as it came
            } catch (IOException e) {
                LOG.warning("a new folder is not watched: " + e.getMessage(), "folder", path);
                return true;
            }
        }
        return isSource(path);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
