package krait.workers;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the sources lie that the tests belong to.
final class Repository {
    private Repository() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("docs/internals/protocol.md"))) {
                return folder;
            }
        }
        throw new AssertionError("the tests run inside the repository");
    }
}
