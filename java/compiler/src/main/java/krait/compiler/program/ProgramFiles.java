package krait.compiler.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Source;
import krait.compiler.types.ModuleFinder;

/// The modules in the folder of a program, as CPython finds them there: `a.b` is `a/b/__init__.py`
/// or else `a/b.py`. Remembers what was asked for, found or not: the program depends on that.
final class ProgramFiles implements ModuleFinder {
    private final Path folder;
    private final Map<Path, Optional<byte[]>> asked = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    ProgramFiles(Path folder) {
        this.folder = folder;
    }

    /// Every file that was looked for, with its bytes where it exists.
    Map<Path, Optional<byte[]>> asked() {
        return asked;
    }

    /// Absolute paths by the names of the sources.
    Map<String, String> paths() {
        return paths;
    }

    /// @throws IOException if it can't be read
    Source read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        asked.put(file.toAbsolutePath().normalize(), Optional.of(bytes));
        return source(file, bytes);
    }

    @Override
    public Optional<Source> find(String module) {
        Path base = folder;
        for (String part : module.split("\\.", -1)) {
            base = base.resolve(part);
        }
        Path plain = base.resolveSibling(base.getFileName() + ".py");
        return look(base.resolve("__init__.py")).or(() -> look(plain));
    }

    private Optional<Source> look(Path file) {
        Optional<byte[]> bytes = content(file);
        asked.put(file.toAbsolutePath().normalize(), bytes);
        return bytes.map(content -> source(file, content));
    }

    static Optional<byte[]> content(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source source(Path file, byte[] bytes) {
        paths.put(file.toString(), file.toAbsolutePath().normalize().toString());
        return Source.of(file.toString(), bytes);
    }
}
