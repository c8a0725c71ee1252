package krait.compiler.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs of `conformance`, under the newest CPython of this machine and compiled.
///
/// Those that the compiler can't yet run stand in `conformance/lang/pending.txt` with the reason;
/// one that runs equal must leave that list.
class ConformanceTest {
    private static Reference reference;
    private static Map<String, String> pending;

    static List<ConformanceProgram> programs() throws IOException {
        return ConformanceProgram.all();
    }

    @BeforeAll
    static void startCPython() throws IOException {
        reference = new Reference(programs());
        pending = pending();
    }

    @AfterAll
    static void stopCPython() {
        reference.close();
    }

    /// Reasons by name.
    static Map<String, String> pending() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line :
                Files.readAllLines(ConformanceProgram.folder().resolve("lang/pending.txt"))) {
            int end = line.indexOf(": ");
            reasons.put(line.substring(0, end), line.substring(end + 2));
        }
        return reasons;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programDoesTheSameAsUnderCPython(ConformanceProgram program) throws Exception {
        Outcome expected = reference.of(program);
        if (pending.containsKey(program.name())) {
            if (runsEqual(program, expected)) {
                fail("%s runs: take it out of pending.txt", program);
            }
            return;
        }
        assertThat(Outcome.compiled(program)).isEqualTo(expected);
    }

    private static boolean runsEqual(ConformanceProgram program, Outcome expected) {
        try {
            return Outcome.compiled(program).equals(expected);
        } catch (Throwable broken) {
            return false;
        }
    }

    @Test
    void pendingProgramsExist() throws IOException {
        assertThat(programs()).extracting(ConformanceProgram::name).containsAll(pending.keySet());
    }
}
