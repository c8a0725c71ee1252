package krait.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.Problem;

/// A folder for sockets that only the user of the server can enter; gone when the server is.
final class RuntimeFolder implements AutoCloseable {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    private RuntimeFolder(Path path) {
        this.path = path;
    }

    static RuntimeFolder create() {
        try {
            return new RuntimeFolder(Files.createTempDirectory("krait-", PRIVATE));
        } catch (IOException failure) {
            throw problem("a folder for sockets", failure);
        }
    }

    Path make(String name) {
        try {
            return Files.createDirectory(path.resolve(name), PRIVATE);
        } catch (IOException failure) {
            throw problem(path.resolve(name).toString(), failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static RuntimeException problem(String what, IOException failure) {
        return Problem.of("no-runtime-folder", Blame.RESOURCES, "Could not make " + what)
                .at(failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .remedy("free space in the temporary folder, or set java.io.tmpdir to another")
                .exception();
    }
}
