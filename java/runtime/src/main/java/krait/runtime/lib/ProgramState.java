package krait.runtime.lib;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.ProgramEnd;
import krait.runtime.PyBaseException;
import krait.runtime.PyType;
import krait.runtime.Unraisable;
import krait.runtime.Values;

/// What a running program shares with its process: arguments and standard streams. One program runs
/// at a time; another one starts with a state of its own.
public final class ProgramState {
    private static final int FLUSH_FAILED = 120;
    private static final int RECURSION_LIMIT = 1000;
    private static final int INT_DIGITS_MAX = 4300;

    private static volatile ProgramState current = ofProcess(List.of(""));

    private final ObjectList arguments;
    private final TextIOWrapper input;
    private final TextIOWrapper output;
    private final TextIOWrapper errors;
    private volatile TextIO stdin;
    private volatile TextIO stdout;
    private volatile TextIO stderr;
    private volatile int recursionLimit = RECURSION_LIMIT;

    private ProgramState(
            ObjectList arguments, TextIOWrapper input, TextIOWrapper output, TextIOWrapper errors) {
        this.arguments = arguments;
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.stdin = input;
        this.stdout = output;
        this.stderr = errors;
    }

    /// The state of the program that runs; at first that of this process, without arguments.
    public static ProgramState current() {
        return current;
    }

    /// A state over the streams of this process.
    ///
    /// @param arguments `sys.argv`: the name of the program first
    public static ProgramState ofProcess(List<String> arguments) {
        return of(
                arguments,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    /// A state over Java's streams, which stay open when the program closes its own.
    ///
    /// @param arguments `sys.argv`: the name of the program first
    public static ProgramState of(
            List<String> arguments, InputStream input, OutputStream output, OutputStream errors) {
        ObjectList argv = new ObjectList();
        arguments.forEach(argument -> argv.append(krait.runtime.Text.of(argument)));
        boolean process = input instanceof FileInputStream;
        RawBytes in = StreamBytes.of(input, process && StreamBytes.terminal(0));
        RawBytes out = StreamBytes.of(output, process && StreamBytes.terminal(1));
        RawBytes err = StreamBytes.of(errors, process && StreamBytes.terminal(2));
        String handler = handler();
        return new ProgramState(
                argv,
                stream(in, "<stdin>", handler, in.terminal()),
                stream(out, "<stdout>", handler, out.terminal()),
                stream(err, "<stderr>", "backslashreplace", true));
    }

    /// A state of a program whose output goes to a log, line by line.
    ///
    /// @param arguments `sys.argv`: the name of the program first
    public static ProgramState ofServer(
            List<String> arguments, InputStream input, OutputStream output, OutputStream errors) {
        ObjectList argv = new ObjectList();
        arguments.forEach(argument -> argv.append(krait.runtime.Text.of(argument)));
        return new ProgramState(
                argv,
                stream(StreamBytes.of(input, false), "<stdin>", "strict", false),
                stream(StreamBytes.of(output, false), "<stdout>", "backslashreplace", true),
                stream(StreamBytes.of(errors, false), "<stderr>", "backslashreplace", true));
    }

    private static TextIOWrapper stream(
            RawBytes raw, String name, String errors, boolean lineBuffering) {
        String mode = raw.readable() ? "r" : "w";
        return new TextIOWrapper(
                BufferedFile.of(raw, name), name, mode, "utf-8", errors, "\n", lineBuffering);
    }

    /// How standard input and output treat what is no UTF-8: CPython goes by the locale.
    private static String handler() {
        String locale =
                Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                        .map(name -> System.getenv().getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("C");
        return switch (locale) {
            case "C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8" -> "surrogateescape";
            default -> "strict";
        };
    }

    /// Makes this the state of the program that runs from now on.
    public void start() {
        current = this;
        Unraisable.tell(this::report);
        Ints.setMaxStrDigits(INT_DIGITS_MAX);
    }

    /// Ends the program: prints what is left to print.
    ///
    /// @return the exit status
    public int end(ProgramEnd end) {
        return end(end, () -> {});
    }

    /// Ends the program: prints what is left to print.
    ///
    /// @param last runs behind its traceback
    /// @return the exit status
    public int end(ProgramEnd end, Runnable last) {
        int status = end.status();
        try {
            stderr.write(end.errors());
        } catch (PyBaseException ignored) {
            status = Math.max(status, 1);
        }
        last.run();
        if (!flush(output, "stdout")) {
            status = FLUSH_FAILED;
        }
        return flush(errors, "stderr") ? status : FLUSH_FAILED;
    }

    private boolean flush(TextIO stream, String name) {
        try {
            if (!stream.closed()) {
                stream.flush();
            }
            return true;
        } catch (PyBaseException error) {
            String text = PyType.of(error).qualifiedName() + ": " + Values.str(error);
            report("Exception ignored while flushing sys." + name + ":\n" + text + "\n");
            return false;
        }
    }

    private void report(String text) {
        try {
            stderr.write(text);
        } catch (PyBaseException ignored) {
            // nobody is left to tell
        }
    }

    ObjectList arguments() {
        return arguments;
    }

    TextIOWrapper originalInput() {
        return input;
    }

    TextIOWrapper originalOutput() {
        return output;
    }

    TextIOWrapper originalErrors() {
        return errors;
    }

    TextIO stdin() {
        return stdin;
    }

    void stdin(TextIO stream) {
        stdin = stream;
    }

    TextIO stdout() {
        return stdout;
    }

    void stdout(TextIO stream) {
        stdout = stream;
    }

    TextIO stderr() {
        return stderr;
    }

    void stderr(TextIO stream) {
        stderr = stream;
    }

    int recursionLimit() {
        return recursionLimit;
    }

    void recursionLimit(int limit) {
        recursionLimit = limit;
    }
}
