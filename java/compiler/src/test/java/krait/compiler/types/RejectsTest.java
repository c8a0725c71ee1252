package krait.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs of `conformance/rejects`: each says behind the line what is wrong with it.
class RejectsTest {
    private static final String MARK = "# error: ";

    static List<Path> rejects() throws IOException {
        return programs("rejects");
    }

    static List<Path> programs(String suite) throws IOException {
        String up = "";
        while (!Files.isDirectory(Path.of(up + "conformance"))) {
            up += "../";
        }
        try (Stream<Path> files = Files.list(Path.of(up + "conformance", suite))) {
            return files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
        }
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(MARK);
            if (at >= 0) {
                expected.add(i + 1 + " " + lines.get(i).substring(at + MARK.length()));
            }
        }
        return expected;
    }

    private static Optional<Source> beside(Path file, String module) {
        Path other = file.resolveSibling(module + ".py");
        try {
            return Files.exists(other)
                    ? Optional.of(Source.of(other.toString(), Files.readString(other)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rejects")
    void programIsRefusedWithItsCodeAtItsLineAndNothingElse(Path file) throws IOException {
        Source source = Source.of(file.toString(), Files.readString(file));
        CheckResult result = Checker.check("__main__", source, name -> beside(file, name));
        assertThat(result).isInstanceOf(CheckResult.Refused.class);
        List<String> found =
                ((CheckResult.Refused) result)
                        .diagnostics().stream().map(d -> d.span().line() + " " + d.code()).toList();
        assertThat(found).isEqualTo(expected(file)).hasSize(1);
    }

    @Test
    void everyCodeHasAProgram() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : rejects()) {
            expected(file).forEach(e -> seen.add(e.substring(e.indexOf(' ') + 1)));
        }
        assertThat(seen).containsAll(Arrays.stream(TypeCode.values()).map(TypeCode::code).toList());
    }
}
