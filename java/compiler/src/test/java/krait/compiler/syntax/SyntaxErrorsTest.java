package krait.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.semantics.EarlyErrors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Broken files of `conformance/syntax` are refused as CPython 3.14 refuses them: kind of error,
/// message, line, column and end.
///
/// Made equal first: a place without a column is the whole line; an end that is not behind the
/// start is one column behind it; what is found after parsing stands at bytes in CPython's
/// exception, where we count code points.
final class SyntaxErrorsTest {
    private static final Path CORPUS = Path.of("..", "..", "conformance", "syntax");
    private static final int EXPECTED_MINOR = 14;
    private static final int THEMES = 12;
    private static final int FILES = 600;

    /// @param column from 1; 0 where only the line is known
    private record Refusal(
            String type, String message, int line, int column, int endLine, int endColumn) {

        Refusal normal() {
            int first = Math.max(1, line);
            boolean behind = endLine > first || (endLine == first && endColumn > column);
            return new Refusal(
                    type,
                    message,
                    first,
                    column,
                    behind ? endLine : first,
                    behind ? endColumn : column + 1);
        }

        boolean agreesWith(Refusal theirs) {
            return theirs.column() > 0
                    ? equals(theirs)
                    : type.equals(theirs.type)
                            && message.equals(theirs.message)
                            && line == theirs.line;
        }
    }

    @TestFactory
    Stream<DynamicTest> refusalsAreThoseOfCPython() throws IOException {
        return folders().stream()
                .map(theme ->
                        DynamicTest.dynamicTest(
                                theme.getFileName().toString(), () -> compare(files(theme))));
    }

    @Test
    void newestCPythonIsTheOneWhoseMessagesAreExpected() {
        assertThat(CPython.newest().minor()).isEqualTo(EXPECTED_MINOR);
    }

    @Test
    void corpusIsThere() throws IOException {
        assertThat(folders()).hasSize(THEMES);
        assertThat(folders().stream().mapToInt(theme -> files(theme).size()).sum())
                .isGreaterThan(FILES);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> inside = Files.list(CORPUS)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(Path theme) {
        try (Stream<Path> inside = Files.list(theme)) {
            return inside.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void filesWithLongLinesAreRefusedAsByCPython(@TempDir Path folder) throws IOException {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i <= 100; i++) {
            levels.append(" ".repeat(i)).append("if x:\n");
        }
        Files.writeString(folder.resolve("levels.py"), levels + " ".repeat(101) + "pass\n");
        Files.writeString(folder.resolve("digits.py"), "x = " + "1".repeat(4400) + "\n");
        compare(files(folder));
    }

    private static void compare(List<Path> files) throws IOException {
        List<String> different = new ArrayList<>();
        try (CPython.Conversation conversation = CPython.newest().run("errors.py")) {
            for (Path file : files) {
                conversation.ask(file.toString());
                Optional<Refusal> theirs = theirs(conversation.answer());
                Optional<Refusal> ours = ours(file);
                boolean agree =
                        ours.isPresent()
                                && theirs.isPresent()
                                && ours.get().agreesWith(theirs.get());
                if (!agree) {
                    different.add(file.getFileName() + ": " + ours + " is not " + theirs);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static Optional<Refusal> theirs(JsonNode answer) {
        return answer.isNull()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                        answer.get("type").asString(),
                                        answer.get("message").asString(),
                                        answer.get("line").asInt(),
                                        answer.get("column").asInt(),
                                        answer.get("endLine").asInt(),
                                        answer.get("endColumn").asInt())
                                .normal());
    }

    private static Optional<Refusal> ours(Path file) throws IOException {
        Source source = Source.of(file.toString(), Files.readAllBytes(file));
        return switch (Parser.parse(source)) {
            case ParseResult.Rejected(var diagnostics) -> {
                Diagnostic first = diagnostics.getFirst();
                Span span = first.span();
                int end = source.column(span.endLine(), span.endColumn());
                yield Optional.of(refusal(first, first.column(), end));
            }
            case ParseResult.Parsed(Ast.Module module) ->
                    EarlyErrors.first(source, module)
                            .map(first ->
                                    refusal(
                                            first,
                                            first.span().column() + 1,
                                            first.span().endColumn() + 1));
        };
    }

    private static Refusal refusal(Diagnostic diagnostic, int column, int endColumn) {
        String message = diagnostic.message();
        String type =
                !diagnostic.code().equals(SyntaxCode.INDENTATION.code())
                        ? "SyntaxError"
                        : message.startsWith("inconsistent use of tabs")
                                ? "TabError"
                                : "IndentationError";
        Span span = diagnostic.span();
        return new Refusal(type, message, span.line(), column, span.endLine(), endColumn).normal();
    }
}
