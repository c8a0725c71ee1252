package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.runtime.PythonFrame;

/// Compiled programs on the disk: one file for each program, good as long as the compiler and every
/// source that was looked for are what they were. A cache that can't be read or written costs time,
/// never a failure.
public final class CompileCache {
    private static final int MAGIC = 0x4b524149;

    private final Path folder;
    private final String compiler;

    /// @param folder made when needed
    /// @param compiler anything that differs between two compilers that differ
    public CompileCache(Path folder, String compiler) {
        this.folder = folder;
        this.compiler = compiler;
    }

    /// The cache of this user: `$KRAIT_COMPILE_CACHE`, else `krait` in the folder of caches. None
    /// for `off`, or without a home.
    public static Optional<CompileCache> of(Map<String, String> environment) {
        String chosen = environment.getOrDefault("KRAIT_COMPILE_CACHE", "");
        if (chosen.equals("off")) {
            return Optional.empty();
        }
        String home = environment.getOrDefault("HOME", "");
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (caches.isEmpty() && !home.isEmpty()) {
            boolean mac = System.getProperty("os.name", "").startsWith("Mac");
            caches = home + (mac ? "/Library/Caches" : "/.cache");
        }
        if (chosen.isEmpty() && caches.isEmpty()) {
            return Optional.empty();
        }
        Path folder = chosen.isEmpty() ? Path.of(caches, "krait", "compiled") : Path.of(chosen);
        return Optional.of(new CompileCache(folder, version()));
    }

    /// Where compiler and runtime lie, and when they were made.
    private static String version() {
        StringBuilder version = new StringBuilder(Runtime.version().toString());
        for (Class<?> each : List.of(Compiler.class, PythonFrame.class)) {
            try {
                URI place = each.getProtectionDomain().getCodeSource().getLocation().toURI();
                Path jar = Path.of(place);
                version.append('|').append(jar).append('|').append(Files.size(jar));
                version.append('|').append(Files.getLastModifiedTime(jar).toMillis());
            } catch (URISyntaxException | IOException e) {
                return "unknown " + System.nanoTime();
            }
        }
        return version.toString();
    }

    Optional<CompiledProgram> find(Path program, String module) {
        Path file = fileOf(program, module);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC || !in.readUTF().equals(compiler) || !isCurrent(in)) {
                return Optional.empty();
            }
            return Optional.of(read(in));
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private static boolean isCurrent(DataInputStream in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Path source = Path.of(in.readUTF());
            String was = in.readUTF();
            if (!digest(ProgramFiles.content(source)).equals(was)) {
                return false;
            }
        }
        return true;
    }

    private static CompiledProgram read(DataInputStream in) throws IOException {
        String mainClass = in.readUTF();
        Map<String, byte[]> classes = new HashMap<>();
        int classCount = in.readInt();
        for (int i = 0; i < classCount; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        Map<String, String> files = new HashMap<>();
        int fileCount = in.readInt();
        for (int i = 0; i < fileCount; i++) {
            files.put(in.readUTF(), in.readUTF());
        }
        return new CompiledProgram(mainClass, classes, files);
    }

    void keep(
            Path program,
            String module,
            CompiledProgram compiled,
            Map<Path, Optional<byte[]>> sources) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "program", ".new");
            try (DataOutputStream out =
                    new DataOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                write(out, compiled, sources);
            }
            Files.move(unfinished, fileOf(program, module), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next run compiles again.
        }
    }

    private void write(
            DataOutputStream out, CompiledProgram compiled, Map<Path, Optional<byte[]>> sources)
            throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(compiler);
        out.writeInt(sources.size());
        for (Map.Entry<Path, Optional<byte[]>> source : sources.entrySet()) {
            out.writeUTF(source.getKey().toString());
            out.writeUTF(digest(source.getValue()));
        }
        out.writeUTF(compiled.mainClass());
        out.writeInt(compiled.classes().size());
        for (Map.Entry<String, byte[]> each : compiled.classes().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
        out.writeInt(compiled.files().size());
        for (Map.Entry<String, String> each : compiled.files().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
        }
    }

    /// By the name as it was given: it stands in the class files.
    private Path fileOf(Path program, String module) {
        String place = Path.of("").toAbsolutePath() + "\n" + program + "\n" + module;
        return folder.resolve(digest(Optional.of(place.getBytes(UTF_8))) + ".program");
    }

    private static String digest(Optional<byte[]> content) {
        if (content.isEmpty()) {
            return "";
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(content.get()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
