package krait.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The interpreter that ours is compared with: 3.14 out of its Maven artifact, else the newest that
/// the machine has.
///
/// @param command what starts it
/// @param environment what it needs around it
/// @param version minor version: 14 for 3.14
record Interpreter(String command, Map<String, String> environment, int version) {
    private static final Path UNPACKED = Path.of("target", "cpython-3.14");

    private static final class Found {
        static final Interpreter NEWEST = find();
    }

    /// The newest there is.
    static Interpreter newest() {
        return Found.NEWEST;
    }

    private static Interpreter find() {
        return artifact()
                .or(() -> probe(CPython.command(), Map.of()))
                .or(() -> pyenv().findFirst())
                .or(() -> probe("python3", Map.of()))
                .orElseThrow(() -> new IllegalStateException("no CPython on this machine"));
    }

    private static Optional<Interpreter> artifact() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*cpython-3[^/]*-linux-x86_64\\.jar"))
                .findFirst()
                .flatMap(jar -> {
                    Path home = unpacked(Path.of(jar)).toAbsolutePath();
                    Map<String, String> environment =
                            Map.of(
                                    "PYTHONHOME",
                                    home.toString(),
                                    "LD_LIBRARY_PATH",
                                    home + "/lib:" + home);
                    return probe(home + "/bin/python3.14", environment);
                });
    }

    private static Path unpacked(Path jar) {
        Path home = UNPACKED.resolve("org/bytedeco/cpython/linux-x86_64");
        Path complete = UNPACKED.resolve("complete");
        if (Files.exists(complete)) {
            return home;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                Path file = UNPACKED.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.write(file, content.readAllBytes());
                }
            }
            if (!home.resolve("bin/python3.14").toFile().setExecutable(true)) {
                throw new IOException("can't make the interpreter executable");
            }
            Files.createFile(complete);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Interpreter> pyenv() {
        File[] versions = new File(System.getProperty("user.home"), ".pyenv/versions").listFiles();
        return Stream.ofNullable(versions)
                .flatMap(Arrays::stream)
                .flatMap(version -> probe(version + "/bin/python3", Map.of()).stream())
                .sorted(Comparator.comparingInt(Interpreter::version).reversed());
    }

    private static Optional<Interpreter> probe(String command, Map<String, String> environment) {
        try {
            Interpreter candidate = new Interpreter(command, environment, 0);
            String version = candidate.run("-c", "import sys; print(sys.version_info[1])");
            return Optional.of(
                    new Interpreter(command, environment, Integer.parseInt(version.strip())));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Runs it with arguments; its standard output.
    String run(String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a program left behind.
    record Outcome(int status, String errors) {}

    /// Runs a program that prints nothing.
    Outcome runProgram(Path program) {
        ProcessBuilder builder = new ProcessBuilder(command, program.toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream errors = process.getErrorStream()) {
                String text = new String(errors.readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
