package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tracebacks read as CPython's, but for the marks below the lines.
final class TracebackTest {
    private static final String PROGRAM =
            """
            def f():
                raise ValueError(1) from KeyError(2)
            class Mine(Exception):
                pass
            class Outer:
                class Inner(Exception): pass
            def rec(n):
                if n == 0:
                    raise Outer.Inner("deep\\nsecond")
                rec(n - 1)
            def g():
                try:
                    rec(10)
                except Mine:
                    pass
                except Outer.Inner as e:
                    e.add_note("a note\\nof two lines")
                    raise Mine()
            try:
                f()
            except ValueError as e:
                try:
                    g()
                except Mine as m:
                    raise m
            """;

    @TempDir Path temp;

    @PyClass(module = "__main__", name = "Mine")
    private static final class Mine extends PyException {
        private static final long serialVersionUID = 1L;
    }

    @PyClass(module = "__main__", name = "Outer.Inner")
    private static final class Inner extends PyException {
        private static final long serialVersionUID = 1L;

        Inner(Object... args) {
            super(args);
        }
    }

    @PyClass(module = "shop.orders", name = "NoStock")
    private static final class NoStock extends PyException {
        private static final long serialVersionUID = 1L;

        @Override
        public CharSequence __str__() {
            throw new ValueError("no text");
        }
    }

    private Traceback traceback(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new Traceback(
                elements ->
                        Arrays.stream(elements)
                                .filter(element -> element.getClassName().equals("py"))
                                .map(element ->
                                        new PythonFrame(
                                                file.toString(),
                                                element.getLineNumber(),
                                                element.getMethodName()))
                                .toList(),
                frame ->
                        frame.line() <= lines.size()
                                ? Optional.of(lines.get(frame.line() - 1))
                                : Optional.empty());
    }

    /// A JVM's trace, innermost first, with a frame of the runtime on top.
    private static StackTraceElement[] trace(Object... linesAndFunctions) {
        StackTraceElement[] trace = new StackTraceElement[linesAndFunctions.length / 2 + 1];
        trace[0] = new StackTraceElement("krait.runtime.Ints", "floordiv", "Ints.java", 77);
        for (int i = 1; i < trace.length; i++) {
            int line = (Integer) linesAndFunctions[2 * i - 2];
            String function = (String) linesAndFunctions[2 * i - 1];
            trace[i] = new StackTraceElement("py", function, "a.py", line);
        }
        return trace;
    }

    private static <E extends PyBaseException> E at(E error, Object... linesAndFunctions) {
        error.setStackTrace(trace(linesAndFunctions));
        return error;
    }

    @Test
    void chainOfExceptionsReadsAsCPythons() throws IOException {
        Path file = Files.writeString(temp.resolve("a.py"), PROGRAM);
        String main = "<module>";
        KeyError key = at(new KeyError(2L), 2, "f", 20, main);
        ValueError value = at(new ValueError(1L), 2, "f", 20, main);
        value.from(key);
        Inner inner =
                at(
                        new Inner("deep\nsecond"),
                        9,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        10,
                        "rec",
                        13,
                        "g",
                        23,
                        main);
        inner.setContext(value);
        inner.add_note("a note\nof two lines");
        Mine mine = at(new Mine(), 18, "g", 23, main);
        mine.setContext(inner);
        at((Mine) mine.raised(), 25, main);
        Interpreter.Outcome theirs = Interpreter.newest().runProgram(file);
        String plain = theirs.errors().replaceAll("(?m)^ +[~^]+\n", "");
        assertThat(traceback(file).format(mine)).isEqualTo(plain);
    }

    @Test
    void classOfAModuleIsNamedWithIt() throws IOException {
        Path file = Files.writeString(temp.resolve("a.py"), "");
        assertThat(traceback(file).format(at(new NoStock(), 5, "order")))
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "%s", line 5, in order
                        shop.orders.NoStock: <exception str() failed>
                        """
                                .formatted(file));
    }

    @Test
    void suppressedContextIsNotShown() throws IOException {
        Path file = Files.writeString(temp.resolve("a.py"), "1 // 0\n");
        ValueError error = at(new ValueError("x"), 1, "<module>");
        error.setContext(new KeyError("y"));
        error.from(null);
        assertThat(traceback(file).format(error))
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "%s", line 1, in <module>
                            1 // 0
                        ValueError: x
                        """
                                .formatted(file));
    }

    @Test
    void errorOfTheJvmIsAPythonException() throws IOException {
        Path file = Files.writeString(temp.resolve("a.py"), "f()\n");
        StackOverflowError deep = new StackOverflowError();
        deep.setStackTrace(trace(1, "f", 1, "f"));
        assertThat(traceback(file).format(deep))
                .endsWith("RecursionError: maximum recursion depth exceeded\n");
        assertThat(Raised.python(new OutOfMemoryError())).isInstanceOf(MemoryError.class);
    }

    @Test
    void contextNeverLeadsBack() {
        ValueError first = new ValueError("first");
        ValueError second = new ValueError("second");
        first.setContext(second);
        second.setContext(first);
        assertThat(second.context()).isSameAs(first);
        assertThat(first.context()).isNull();
        first.setContext(first);
        assertThat(first.context()).isNull();
    }

    @Test
    void programsEndAsUnderCPython() throws IOException {
        Traceback traceback = traceback(Files.writeString(temp.resolve("empty.py"), ""));
        Object[][] exits = {
            {"SystemExit", new SystemExit()},
            {"SystemExit(None)", new SystemExit((Object) null)},
            {"SystemExit(3)", new SystemExit(3L)},
            {"SystemExit(-1)", new SystemExit(-1L)},
            {"SystemExit(256)", new SystemExit(256L)},
            {"SystemExit(2**70)", new SystemExit(Ints.mul(1L << 35, 1L << 35))},
            {"SystemExit(True)", new SystemExit(true)},
            {"SystemExit('bye')", new SystemExit("bye")},
            {"SystemExit(1, 2)", new SystemExit(1L, 2L)},
            {"SystemExit(1.5)", new SystemExit(1.5)},
        };
        for (Object[] exit : exits) {
            Path program = Files.writeString(temp.resolve("exit.py"), "raise " + exit[0]);
            Interpreter.Outcome theirs = Interpreter.newest().runProgram(program);
            ProgramEnd ours = ProgramEnd.of((Throwable) exit[1], traceback);
            assertThat(ours)
                    .as(exit[0].toString())
                    .isEqualTo(new ProgramEnd(theirs.status(), theirs.errors()));
        }
        assertThat(ProgramEnd.of(new ValueError("x"), traceback).status()).isEqualTo(1);
        assertThat(ProgramEnd.of(new KeyboardInterrupt(), traceback).status()).isEqualTo(130);
    }
}
