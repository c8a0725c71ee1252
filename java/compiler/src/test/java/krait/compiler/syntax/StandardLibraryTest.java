package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Our trees are CPython's, for the standard library of every CPython found here. The usual run
/// takes a sample of each; `-Dkrait.syntax.full=true` takes every file.
final class StandardLibraryTest {
    private static final int SAMPLE = 120;
    private static final long SEED = 20_260_101;
    private static final int IN_FLIGHT = 4;

    @TestFactory
    Stream<DynamicTest> treesAreThoseOfCPython() {
        return CPython.all().stream()
                .map(python ->
                        DynamicTest.dynamicTest("3." + python.minor(), () -> compare(python)));
    }

    @Test
    void someCPythonIsThere() {
        assertThat(CPython.all()).isNotEmpty();
    }

    private static void compare(CPython python) throws IOException {
        List<Path> files = sample(python.files());
        List<String> different = new ArrayList<>();
        try (CPython.Conversation conversation = python.run("trees.py")) {
            for (int i = 0; i < files.size() + IN_FLIGHT; i++) {
                if (i < files.size()) {
                    conversation.ask(files.get(i).toString());
                }
                if (i >= IN_FLIGHT) {
                    Path file = files.get(i - IN_FLIGHT);
                    JsonNode theirs = conversation.answer();
                    String ours = ours(file, python.minor());
                    if (!agree(file, python.minor(), ours, theirs)) {
                        different.add(file + ": " + ours + " is not " + theirs);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(files).hasSizeGreaterThan(SAMPLE / 2);
    }

    private static List<Path> sample(List<Path> files) {
        if (Boolean.getBoolean("krait.syntax.full")) {
            return files;
        }
        Random random = new Random(SEED);
        return random.ints(SAMPLE, 0, files.size()).distinct().mapToObj(files::get).toList();
    }

    /// A file that CPython refuses must be refused.
    private static boolean agree(Path file, int minor, String ours, JsonNode theirs) {
        if (theirs.has("error")) {
            return ours.startsWith("refused");
        }
        // CPython 3.12 leaves empty constants in some format specifications there
        boolean known = minor == 12 && file.endsWith("test/test_fstring.py");
        return known || ours.equals(theirs.get("digest").asString());
    }

    private static String ours(Path file, int minor) throws IOException {
        Source source = Source.of(file.toString(), Files.readAllBytes(file));
        return switch (Parser.parse(source)) {
            case ParseResult.Parsed(Ast.Module module) ->
                    digest(AstDump.dump(module, AstDump.Style.of(minor).escaped()));
            case ParseResult.Rejected(var diagnostics) ->
                    "refused: " + diagnostics.getFirst().render();
        };
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
