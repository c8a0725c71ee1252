package krait.compiler.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.ParseResult;
import krait.compiler.syntax.Parser;
import krait.compiler.syntax.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/reference/language.md: each construct has a program in the resource `language.txt`, and its
/// status is what the compiler says of that program. With `-Dkrait.reference.write=true` the page
/// is written again.
final class LanguagePageTest {
    private static final Path PAGE = Path.of("../../docs/reference/language.md");
    private static final Path STUBS = Path.of("src/main/resources/krait/compiler/stubs");
    private static final Path MODULES = Path.of("src/main/resources/krait/compiler/library");

    @TempDir private Path folder;

    @Test
    void pageSaysWhatTheCompilerDoes() throws IOException {
        String page = page();
        if (Boolean.getBoolean("krait.reference.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the page is written again with -Dkrait.reference.write=true")
                .content()
                .isEqualTo(page);
    }

    private String page() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        # The language

                        What the compiler accepts, construct by construct. An accepted program
                        behaves exactly as under CPython; all else is refused with a code, which
                        [diagnostics](diagnostics.md) explains. `LanguagePageTest` writes this page
                        with `-Dkrait.reference.write=true`: every status is what the compiler says
                        of a program with the construct.
                        """);
        for (String section : parts(constructs(), "# ")) {
            String[] rows = section.split("\n## ", -1);
            page.append("\n## ").append(rows[0].strip());
            page.append("\n\n| construct | status |\n|---|---|\n");
            for (int i = 1; i < rows.length; i++) {
                int end = rows[i].indexOf('\n');
                String status = status(rows[i].substring(end + 1) + "\n");
                page.append("| ").append(rows[i], 0, end).append(" | ").append(status);
                page.append(" |\n");
            }
        }
        page.append("\n## Library\n\n| module | what it has |\n|---|---|\n");
        for (Path stub : stubs()) {
            page.append("| `").append(stub.getFileName().toString().replaceAll("\\.pyi?$", ""));
            page.append("` | ").append(names(stub)).append(" |\n");
        }
        return page.toString();
    }

    private static String constructs() throws IOException {
        try (InputStream in = LanguagePageTest.class.getResourceAsStream("language.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    private static List<String> parts(String text, String mark) {
        return Stream.of(("\n" + text).split("\n" + mark)).filter(each -> !each.isBlank()).toList();
    }

    private String status(String program) throws IOException {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        List<String> codes =
                Compiler.check(file).stream().map(Diagnostic::code).distinct().toList();
        return codes.isEmpty() ? "supported" : "refused: " + String.join(", ", codes);
    }

    private static List<Path> stubs() throws IOException {
        try (Stream<Path> stubs = Files.list(STUBS);
                Stream<Path> modules = Files.list(MODULES)) {
            return Stream.concat(stubs, modules)
                    .filter(each -> !each.getFileName().toString().startsWith("_"))
                    .sorted(Comparator.comparing(each -> each.getFileName().toString()))
                    .toList();
        }
    }

    private static String names(Path stub) throws IOException {
        Source source = Source.of(stub.toString(), Files.readAllBytes(stub));
        List<String> names = new ArrayList<>();
        if (Parser.parse(source) instanceof ParseResult.Parsed(Ast.Module module)) {
            for (Statement statement : module.body()) {
                String name =
                        switch (statement) {
                            case Statement.FunctionDef s -> s.name();
                            case Statement.ClassDef s -> s.name();
                            case Statement.AnnAssign s ->
                                    source.line(s.span().line()).replaceAll(":.*", "");
                            case Statement other -> "";
                        };
                if (!name.isEmpty() && !name.startsWith("_") && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        names.sort((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)));
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }
}
