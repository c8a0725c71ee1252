package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A CPython of this machine, which answers what it thinks of sources.
///
/// @param minor 11 for CPython 3.11
/// @param library folder of its standard library
public record CPython(Path command, int minor, Path library) {
    private static final int OLDEST = 11;
    private static final String ASKED =
            "import sys, sysconfig;"
                    + "print(sys.implementation.name, *sys.version_info[:2],"
                    + " sysconfig.get_path('stdlib'))";

    /// One of each version from 3.11 to 3.14, the oldest first: on the PATH, pyenv's, and the one
    /// that `krait test` unpacks into the checkout.
    public static List<CPython> all() {
        List<Path> commands = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            commands.add(Path.of(folder, "python3"));
        }
        commands.addAll(
                each(
                        Path.of(System.getProperty("user.home"), ".pyenv", "versions"),
                        "bin/python3"));
        commands.addAll(each(Path.of("..", "..", ".krait"), "python3.14"));
        Map<Integer, CPython> found = new TreeMap<>();
        for (Path command : commands) {
            if (Files.isExecutable(command)) {
                probe(command).ifPresent(each -> found.putIfAbsent(each.minor(), each));
            }
        }
        return List.copyOf(found.values());
    }

    public static CPython newest() {
        return all().stream().max(Comparator.comparingInt(CPython::minor)).orElseThrow();
    }

    private static List<Path> each(Path folder, String command) {
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of()) {
            return inside.map(each -> each.resolve(command).toAbsolutePath().normalize()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CPython> probe(Path command) {
        try {
            Process process = start(command.toString(), "-c", ASKED);
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            String[] answer = output.strip().split(" ", 4);
            if (process.waitFor() != 0 || answer.length != 4 || !answer[0].equals("cpython")) {
                return Optional.empty();
            }
            int minor = Integer.parseInt(answer[2]);
            return answer[1].equals("3") && minor >= OLDEST && minor <= 14
                    ? Optional.of(new CPython(command, minor, Path.of(answer[3])))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Python files of the standard library, in a fixed order.
    List<Path> files() {
        try (Stream<Path> files = Files.walk(library)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.toString().contains("site-packages"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A running script of the test resources: a line of JSON for each line that it is given.
    Conversation run(String script) {
        try (InputStream resource = CPython.class.getResourceAsStream(script)) {
            Path file = Files.createTempFile("krait-", ".py");
            Files.write(file, resource.readAllBytes());
            Process process = start(command.toString(), "-X", "utf8", file.toString());
            return new Conversation(
                    file, process, process.outputWriter(UTF_8), process.inputReader(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Conversation(Path script, Process process, BufferedWriter to, BufferedReader from)
            implements AutoCloseable {
        private static final ObjectMapper JSON = new ObjectMapper();

        /// Sends questions without waiting; [#answer] reads the answers in order.
        void ask(String line) throws IOException {
            to.write(line + "\n");
            to.flush();
        }

        JsonNode answer() throws IOException {
            String line = from.readLine();
            if (line == null) {
                throw new IOException(
                        "CPython ended: "
                                + Arrays.toString(
                                        process.info().arguments().orElse(new String[0])));
            }
            return JSON.readTree(line);
        }

        @Override
        public void close() throws IOException {
            to.close();
            process.destroy();
            Files.delete(script);
        }
    }
}
