package krait.compiler.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs written by chance behave as under CPython. A night's run, and one seed again:
///
///     mvn -pl java/compiler -am test -Dtest=RandomProgramsTest \
///         -Dsurefire.failIfNoSpecifiedTests=false \
///         -DargLine='-Dkrait.programs.first=1000 -Dkrait.programs.count=5000'
class RandomProgramsTest {
    private static final long FIRST = Long.getLong("krait.programs.first", 1);
    private static final int COUNT = Integer.getInteger("krait.programs.count", 60);

    @TempDir private Path folder;

    @Test
    void programsWrittenByChanceDoTheSameAsUnderCPython() throws Exception {
        List<ConformanceProgram> programs = new ArrayList<>();
        for (long seed : LongStream.range(FIRST, FIRST + COUNT).toArray()) {
            programs.add(written(seed));
        }
        List<String> failures = new ArrayList<>();
        try (Reference reference = new Reference(programs)) {
            for (ConformanceProgram program : programs) {
                compare(program, reference, failures);
            }
        }
        assertThat(failures).as("seeds whose program differs").isEmpty();
    }

    private ConformanceProgram written(long seed) throws IOException {
        Path file = folder.resolve("seed" + seed + ".py");
        return new ConformanceProgram(
                "seed " + seed, Files.writeString(file, RandomProgram.of(seed)));
    }

    private static void compare(
            ConformanceProgram program, Reference reference, List<String> failures)
            throws Exception {
        Outcome expected = reference.of(program);
        try {
            Outcome compiled = Outcome.compiled(program);
            if (!compiled.equals(expected)) {
                failures.add(program + ": " + firstDifference(expected, compiled));
            }
        } catch (Outcome.Refusal refusal) {
            failures.add(program + " is refused: " + refusal.getMessage());
        }
    }

    private static String firstDifference(Outcome expected, Outcome compiled) {
        List<String> wanted = (expected.output() + expected.errors()).lines().toList();
        List<String> got = (compiled.output() + compiled.errors()).lines().toList();
        int line = 0;
        while (line < Math.min(wanted.size(), got.size())
                && wanted.get(line).equals(got.get(line))) {
            line++;
        }
        return "line "
                + (line + 1)
                + " is "
                + (line < got.size() ? got.get(line) : "missing")
                + ", not "
                + (line < wanted.size() ? wanted.get(line) : "there");
    }
}
