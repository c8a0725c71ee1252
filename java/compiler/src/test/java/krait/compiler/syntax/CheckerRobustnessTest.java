package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.types.CheckResult;
import krait.compiler.types.Checker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checker answers every file with a result: never an exception, never a hang. The usual run
/// takes a sample of the standard library; `-Dkrait.syntax.full=true` takes every file.
@Timeout(300)
final class CheckerRobustnessTest {
    private static final int SAMPLE = 40;
    private static final int MUTATIONS = 3;
    private static final int LINES = 150;
    private static final long SEED = 20_260_102;
    private static final int ELEMENTS = 10_000;
    private static final int BRANCHES = 1_000;
    private static final int TERMS = 900;

    private static CheckResult check(String name, Source source) {
        CheckResult result = Checker.check("__main__", source, module -> Optional.empty());
        if (result instanceof CheckResult.Refused(var diagnostics)) {
            assertThat(diagnostics).isNotEmpty();
            for (Diagnostic each : diagnostics) {
                assertThat(each.render()).contains(":");
                assertThat(each.message()).as(name).isNotBlank();
            }
        }
        return result;
    }

    @Test
    void filesOfTheStandardLibraryAreAnswered() throws IOException {
        Random random = new Random(SEED);
        List<Path> files = new ArrayList<>(CPython.newest().files());
        Collections.shuffle(files, random);
        boolean full = Boolean.getBoolean("krait.syntax.full");
        for (Path file : full ? files : files.subList(0, SAMPLE)) {
            check(file.toString(), Source.of(file.toString(), Files.readAllBytes(file)));
        }
    }

    @Test
    void filesWithMixedLinesAreAnswered() throws IOException {
        Random random = new Random(SEED);
        List<Path> files = CPython.newest().files();
        for (int i = 0; i < SAMPLE; i++) {
            Path file = files.get(random.nextInt(files.size()));
            List<String> lines = Files.readString(file, ISO_8859_1).lines().limit(LINES).toList();
            for (int j = 0; j < MUTATIONS && !lines.isEmpty(); j++) {
                check(file.toString(), Source.of("mixed.py", mixed(lines, random)));
            }
        }
    }

    private static String mixed(List<String> lines, Random random) {
        List<String> mixed = new ArrayList<>(lines);
        for (int i = 0; i < 4; i++) {
            int from = random.nextInt(lines.size());
            int to = random.nextInt(mixed.size());
            switch (random.nextInt(3)) {
                case 0 -> mixed.set(to, lines.get(from));
                case 1 -> mixed.add(to, lines.get(from));
                default -> mixed.set(to, " ".repeat(indent(mixed.get(to))) + "pass");
            }
        }
        return String.join("\n", mixed) + "\n";
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    @Test
    void longDisplaysAreAnswered() {
        String numbers = "1, ".repeat(ELEMENTS);
        String pairs = "1: 'a', ".repeat(ELEMENTS);
        String display = "x = [" + numbers + "]\ny = {" + pairs + "}\nz = (" + numbers + ")\n";
        assertThat(check("display", Source.of("display.py", display)))
                .isInstanceOf(CheckResult.Checked.class);
    }

    @Test
    void longChainsOfBranchesAreAnswered() {
        StringBuilder chain = new StringBuilder("def f(n: int) -> int:\n    if n == 0:\n");
        chain.append("        return 0\n");
        for (int i = 1; i < BRANCHES; i++) {
            chain.append("    elif n == ").append(i).append(":\n        return ").append(i);
            chain.append('\n');
        }
        chain.append("    return -1\n");
        check("branches", Source.of("branches.py", chain.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "*", "-", "and", "or", "<", "==", "if x else", "."})
    void longChainsOfOperatorsAreAnswered(String operator) {
        String chain = "x" + (" " + operator + " x").repeat(TERMS);
        check(operator, Source.of("chain.py", "x = 1\ny = " + chain + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "-", "not ", "f(", "lambda: ", "x[", "{1: "})
    void deepTreesAreAnswered(String opening) {
        int times = 190;
        String closing =
                switch (opening.charAt(opening.length() - 1)) {
                    case '(' -> ")";
                    case '[' -> "]";
                    default -> opening.startsWith("{") ? "}" : "";
                };
        String text = "x = " + opening.repeat(times) + "1" + closing.repeat(times) + "\n";
        check(opening, Source.of("deep.py", text));
    }
}
