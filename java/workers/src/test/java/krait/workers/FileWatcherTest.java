package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import krait.base.KraitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatcherTest {
    private static final long DEADLINE_S = 20;

    @TempDir Path folder;
    private final Semaphore changes = new Semaphore(0);

    private FileWatcher watch() {
        return FileWatcher.watch(List.of(folder), changes::release);
    }

    private boolean changed() throws InterruptedException {
        return changes.tryAcquire(DEADLINE_S, TimeUnit.SECONDS);
    }

    @Test
    void writtenCreatedAndDeletedSourcesAreTold() throws Exception {
        Path source = Files.writeString(folder.resolve("app.py"), "a = 1\n");
        try (FileWatcher _ = watch()) {
            Files.writeString(source, "a = 2\n");
            assertThat(changed()).isTrue();
            Files.writeString(folder.resolve("more.py"), "b = 1\n");
            assertThat(changed()).isTrue();
            Files.delete(source);
            assertThat(changed()).isTrue();
        }
    }

    @Test
    void sourceInAFolderThatIsNewIsTold() throws Exception {
        try (FileWatcher _ = watch()) {
            Path inner = Files.createDirectories(folder.resolve("pkg/inner"));
            Path source = Files.writeString(inner.resolve("views.py"), "a = 1\n");
            assertThat(changed()).isTrue();
            changes.drainPermits();
            Files.writeString(source, "a = 2\n");
            assertThat(changed()).isTrue();
        }
    }

    @Test
    void manyChangesAtOnceAreToldOnce() throws Exception {
        try (FileWatcher _ = watch()) {
            for (int i = 0; i < 50; i++) {
                Files.writeString(folder.resolve("m" + i + ".py"), "a = 1\n");
            }
            assertThat(changed()).isTrue();
            assertThat(changes.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void whatIsNoSourceOfTheApplicationIsPassedOver() throws Exception {
        List<Path> others =
                List.of(
                        inside(".venv"),
                        inside("__pycache__"),
                        inside("node_modules"),
                        inside(".git"),
                        inside("env"));
        Files.writeString(folder.resolve("env/pyvenv.cfg"), "home = /usr/bin\n");
        try (FileWatcher _ = watch()) {
            for (Path other : others) {
                Files.writeString(other, "a = 2\n");
            }
            Files.writeString(folder.resolve("notes.txt"), "text\n");
            Files.writeString(folder.resolve(".#app.py"), "an editor's lock\n");
            assertThat(changes.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
            Files.writeString(folder.resolve("app.py"), "a = 1\n");
            assertThat(changed()).isTrue();
        }
    }

    private Path inside(String name) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve(name)).resolve("a.py"), "a = 1\n");
    }

    @Test
    void missingFolderIsAProblem() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> FileWatcher.watch(List.of(missing), changes::release).close())
                .isInstanceOf(KraitException.class)
                .hasMessageContaining("can't be watched");
    }
}
