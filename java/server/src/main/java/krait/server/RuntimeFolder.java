package krait.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.Problem;

/// A folder for sockets that only the user of the server can enter; gone when the server is.
final class RuntimeFolder implements AutoCloseable {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /// The path of a socket may have 107 bytes (104 on some systems); the rest is for its name.
    private static final int PARENT_CHARS_MAX = 50;

    private final Path path;

    private RuntimeFolder(Path path) {
        this.path = path;
    }

    static RuntimeFolder create() {
        try {
            Path parent = parent(System.getenv(), Path.of(System.getProperty("java.io.tmpdir")));
            return new RuntimeFolder(Files.createTempDirectory(parent, "krait-", PRIVATE));
        } catch (IOException failure) {
            throw problem("a folder for sockets", failure);
        }
    }

    /// TMPDIR, which Java does not look at, where it names a folder that can hold sockets.
    static Path parent(Map<String, String> environment, Path usual) {
        String named = environment.getOrDefault("TMPDIR", "");
        boolean fits = named.startsWith("/") && named.length() <= PARENT_CHARS_MAX;
        return fits && Files.isWritable(Path.of(named)) && Files.isDirectory(Path.of(named))
                ? Path.of(named)
                : usual;
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
                .remedy("free space in the temporary folder, or set TMPDIR to another")
                .exception();
    }
}
