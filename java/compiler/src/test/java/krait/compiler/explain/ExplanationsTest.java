package krait.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.DiagnosticCode;
import krait.compiler.program.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code explains itself, and its programs do what they say. With
/// `-Dkrait.reference.write=true` the page docs/reference/diagnostics.md is written again.
final class ExplanationsTest {
    private static final Path PAGE = Path.of("../../docs/reference/diagnostics.md");

    @TempDir private Path folder;

    static Stream<String> codes() {
        return Explanations.codes().stream().map(DiagnosticCode::code);
    }

    private List<String> found(String program) throws IOException {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        return Compiler.check(file).stream().map(Diagnostic::code).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void wrongProgramIsRefusedWithTheCodeAndTheRewriteIsAccepted(String code) throws IOException {
        Explanation explanation = Explanations.of(code).orElseThrow();
        assertThat(found(explanation.wrong())).containsExactly(code);
        assertThat(found(explanation.right())).isEmpty();
        assertThat(explanation.render()).contains(code, explanation.code().title());
    }

    @Test
    void codesAreUnique() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    @Test
    void pageSaysWhatTheCommandSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("krait.reference.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # Diagnostics of the compiler

                        What `krait check` and `krait run` refuse, by code. `krait check --explain
                        CODE` says the same. This page is written by `ExplanationsTest` with
                        `-Dkrait.reference.write=true`, and every program on it is checked there.
                        """);
        for (DiagnosticCode code : Explanations.codes()) {
            Explanation explanation = Explanations.of(code.code()).orElseThrow();
            page.append("\n## ").append(code.code()).append(": ").append(code.title());
            page.append("\n\n").append(code.explanation()).append('\n');
            block(page, explanation.wrong());
            page.append("\nRewrite: `").append(code.example()).append("`\n");
            block(page, explanation.right());
        }
        return page.toString();
    }

    private static void block(StringBuilder page, String program) {
        page.append("\n```python\n").append(program).append("```\n");
    }
}
