package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFolderTest {
    private static final Path USUAL = Path.of("/usual");

    @TempDir Path temp;

    @Test
    void whereTmpdirSaysThereItIs() {
        assertThat(RuntimeFolder.parent(Map.of("TMPDIR", "/tmp"), USUAL))
                .isEqualTo(Path.of("/tmp"));
    }

    @Test
    void tmpdirThatCannotHoldSocketsIsLeftOut() throws IOException {
        Path deep = Files.createDirectories(temp.resolve("deep".repeat(20)));
        for (String unusable : new String[] {"", "relative", "/nonexistent", deep.toString()}) {
            assertThat(RuntimeFolder.parent(Map.of("TMPDIR", unusable), USUAL)).isEqualTo(USUAL);
        }
        assertThat(RuntimeFolder.parent(Map.of(), USUAL)).isEqualTo(USUAL);
    }

    @Test
    void nothingIsLeftOfIt() throws IOException {
        RuntimeFolder folder = RuntimeFolder.create();
        Path inside = folder.make("mount-0");
        Files.createFile(inside.resolve("link"));
        folder.close();
        assertThat(inside.getParent()).doesNotExist();
    }
}
