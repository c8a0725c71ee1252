package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions, generators and modules that are too long for one method of the JVM behave as under
/// CPython. Each program repeats its middle part, with `%d` as the number of the repetition.
final class LongProgramsTest {
    private static final Pattern PROGRAM =
            Pattern.compile(
                    """
                    === (?<name>.*)
                    --- (?<times>\\d+)
                    «(?<head>[^»]*)»
                    «(?<lines>[^»]*)»
                    «(?<end>[^»]*)»
                    """);

    @TempDir private Path folder;

    @Test
    void longProgramsDoTheSameAsUnderCPython() throws Exception {
        List<ConformanceProgram> written = new ArrayList<>();
        Matcher template = PROGRAM.matcher(templates());
        while (template.find()) {
            written.add(write(template));
        }
        List<String> failures = new ArrayList<>();
        try (Reference reference = new Reference(written)) {
            for (ConformanceProgram program : written) {
                try {
                    if (!Outcome.compiled(program).equals(reference.of(program))) {
                        failures.add(program.name());
                    }
                } catch (Outcome.Refusal refusal) {
                    failures.add(program.name() + ": " + refusal.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static String templates() throws IOException {
        try (InputStream in = LongProgramsTest.class.getResourceAsStream("long_programs.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private ConformanceProgram write(Matcher program) throws IOException {
        String name = program.group("name");
        String lines = program.group("lines");
        String middle =
                IntStream.range(0, Integer.parseInt(program.group("times")))
                        .mapToObj(i -> lines.replace("%d", Integer.toString(i)))
                        .collect(Collectors.joining());
        Path file = folder.resolve(name.replace(' ', '_') + ".py");
        String text = program.group("head") + middle + program.group("end");
        return new ConformanceProgram(name, Files.writeString(file, text));
    }
}
