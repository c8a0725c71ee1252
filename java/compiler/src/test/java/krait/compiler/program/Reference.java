package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import krait.compiler.syntax.CPython;

/// What CPython makes of programs. It runs each once; the outcome is kept below `target` as long as
/// sources and CPython are the same.
final class Reference implements AutoCloseable {
    private static final Path KEPT = Path.of("target", "conformance");
    private static final long RUN_LIMIT_SECONDS = 60;

    private final ExecutorService processes =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<String, Future<Outcome>> outcomes = new HashMap<>();
    private final CPython python = CPython.newest();

    /// Starts with all of them, in the background.
    Reference(List<ConformanceProgram> programs) throws IOException {
        Files.createDirectories(KEPT);
        for (ConformanceProgram program : programs) {
            outcomes.put(program.name(), processes.submit(() -> outcome(program)));
        }
    }

    Outcome of(ConformanceProgram program) throws Exception {
        return Objects.requireNonNull(outcomes.get(program.name())).get();
    }

    private Outcome outcome(ConformanceProgram program) throws IOException, InterruptedException {
        Path kept = KEPT.resolve(key(program));
        if (!Files.exists(kept)) {
            Path unfinished = Files.createTempFile(KEPT, "outcome", ".new");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(unfinished))) {
                run(program, out);
            }
            Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(kept))) {
            int status = in.readInt();
            byte[] output = in.readNBytes(in.readInt());
            return Outcome.of(output, in.readNBytes(in.readInt()), status);
        }
    }

    private void run(ConformanceProgram program, DataOutputStream out)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(KEPT, "output", ".new");
        Path errors = Files.createTempFile(KEPT, "errors", ".new");
        ProcessBuilder builder =
                new ProcessBuilder(
                        python.command().toString(), "-X", "utf8", program.file().toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process =
                builder.redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        if (!process.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " does not end under CPython");
        }
        out.writeInt(process.exitValue());
        for (Path each : List.of(output, errors)) {
            byte[] bytes = Files.readAllBytes(each);
            out.writeInt(bytes.length);
            out.write(bytes);
            Files.delete(each);
        }
    }

    private String key(ConformanceProgram program) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((python.command() + "\n" + program.file() + "\n").getBytes(UTF_8));
            for (Path source : program.sources()) {
                sha.update(Files.readAllBytes(source));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        processes.shutdownNow();
    }
}
