package krait.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A child process of the newest CPython found, in one namespace, to compare with.
///
/// A line that begins with `=` is an expression, answered by `ascii(repr(value))` in effect; one
/// that begins with `>` is a statement, answered by `None`. An exception is answered by `!`, its
/// type and its text.
final class CPython implements AutoCloseable {
    private static final String LOOP =
            """
            import sys
            env = {'nan': float('nan'), 'inf': float('inf')}
            exec('import sys, itertools, collections, functools, heapq, bisect, operator, io', env)
            sys.set_int_max_str_digits(4300)
            for line in sys.stdin:
                try:
                    if line[0] == '=':
                        answer = ascii(eval(line[1:], env))
                    else:
                        exec(line[1:], env)
                        answer = 'None'
                except BaseException as e:
                    answer = '!' + type(e).__name__ + ' ' + ascii(str(e))
                sys.stdout.write(answer + '\\n')
                if line.startswith('>#'):
                    sys.stdout.flush()
            """;

    private static final List<String> NAMES =
            List.of("python3.14", "python3.13", "python3.12", "python3.11", "python3");

    private final Process process;
    private final Writer input;
    private final BufferedReader output;

    private CPython(Process process) {
        this.process = process;
        this.input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// The command of the newest CPython: one that the checkout fetched, on the PATH, or of pyenv.
    static String command() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path cache = at.resolve(".krait");
            if (Files.isDirectory(cache)) {
                for (Path each : children(cache)) {
                    if (Files.isExecutable(each.resolve("python3.14"))) {
                        return each.resolve("python3.14").toString();
                    }
                }
            }
        }
        List<Path> folders = new ArrayList<>();
        Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (Files.isDirectory(pyenv)) {
            children(pyenv).forEach(each -> folders.add(each.resolve("bin")));
        }
        for (String each : System.getenv("PATH").split(":", -1)) {
            folders.add(Path.of(each));
        }
        for (String name : NAMES) {
            for (Path folder : folders) {
                if (Files.isExecutable(folder.resolve(name))) {
                    return folder.resolve(name).toString();
                }
            }
        }
        throw new IllegalStateException("the tests need a CPython of version 3.11 or newer");
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts the child.
    static CPython start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(), "-c", LOOP);
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            builder.environment().put("PYTHONWARNINGS", "ignore");
            return new CPython(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the lines in order; one answer for each.
    List<String> run(List<String> lines) {
        Thread writer =
                Thread.startVirtualThread(() -> {
                    try {
                        for (String line : lines) {
                            input.write(line);
                            input.write('\n');
                        }
                        input.write(">#\n");
                        input.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        try {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i <= lines.size(); i++) {
                String answer = output.readLine();
                if (answer == null) {
                    throw new IllegalStateException("CPython ended at: " + lines.get(i));
                }
                answers.add(answer);
            }
            writer.join();
            answers.removeLast();
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.destroy();
    }
}
