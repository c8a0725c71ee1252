package krait.runtime.lib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import krait.runtime.EOFError;
import krait.runtime.ProgramEnd;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Arguments and standard streams of programs that run one after the other.
final class ProgramStateTest {
    private static final ProgramEnd WELL = new ProgramEnd(0, "");

    private final ProgramState before = ProgramState.current();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        before.start();
    }

    private ProgramState start(String input) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(UTF_8));
        ProgramState state = ProgramState.of(List.of("program.py", "é"), in, output, errors);
        state.start();
        return state;
    }

    @Test
    void outputArrivesAtTheEnd() {
        ProgramState state = start("");
        BuiltinsModule.print(Tuple.of(1L, "ä", null));
        BuiltinsModule.print(Tuple.of("a", "b"), "-", "", null, false);
        assertThat(output.toString(UTF_8)).isEmpty();
        assertThat(state.end(WELL)).isZero();
        assertThat(output.toString(UTF_8)).isEqualTo("1 ä None\na-b");
    }

    @Test
    void flushSendsOutputAtOnce() {
        start("");
        BuiltinsModule.print(Tuple.of("a"), null, null, null, true);
        assertThat(output.toString(UTF_8)).isEqualTo("a\n");
    }

    @Test
    void linesOfStandardErrorArriveAtOnce() {
        ProgramState state = start("");
        BuiltinsModule.print(Tuple.of("a"), null, null, SysModule.stderr(), false);
        assertThat(errors.toString(UTF_8)).isEqualTo("a\n");
        assertThat(state.end(new ProgramEnd(3, "Traceback\n"))).isEqualTo(3);
        assertThat(errors.toString(UTF_8)).isEqualTo("a\nTraceback\n");
    }

    @Test
    void inputGivesLinesUntilTheEnd() {
        start("one\ntwo");
        assertThat(BuiltinsModule.input("? ")).isEqualTo("one");
        assertThat(output.toString(UTF_8)).isEqualTo("? ");
        assertThat(BuiltinsModule.input()).isEqualTo("two");
        assertThatThrownBy(BuiltinsModule::input)
                .isInstanceOf(EOFError.class)
                .hasMessage("EOF when reading a line");
    }

    @Test
    void anotherProgramHasAStateOfItsOwn() {
        start("one\n");
        SysModule.stdin().close();
        SysModule.argv().append("more");
        start("two\n");
        assertThat(BuiltinsModule.input()).isEqualTo("two");
        assertThat(SysModule.argv().__repr__()).hasToString("['program.py', 'é']");
    }

    @Test
    void closedOutputRefusesText() {
        ProgramState state = start("");
        SysModule.stdout().close();
        assertThatThrownBy(() -> BuiltinsModule.print(Tuple.of("a")))
                .isInstanceOf(ValueError.class)
                .hasMessage("I/O operation on closed file.");
        assertThat(state.end(WELL)).isZero();
    }

    @Test
    void brokenPipeAtTheEndChangesTheStatus() {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
        ProgramState state = ProgramState.of(List.of("program.py"), in, broken, errors);
        state.start();
        BuiltinsModule.print(Tuple.of("a"));
        assertThat(state.end(WELL)).isEqualTo(120);
        assertThat(errors.toString(UTF_8))
                .isEqualTo(
                        """
                        Exception ignored while flushing sys.stdout:
                        BrokenPipeError: [Errno 32] Broken pipe
                        """);
    }
}
