package krait.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Broken files are refused with a diagnostic: never an exception, never a hang.
@Timeout(120)
final class MutationTest {
    private static final int FILES = 60;
    private static final int MUTATIONS = 12;
    private static final List<String> PIECES =
            List.of(
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "'",
                    "\"",
                    "\"\"\"",
                    "f'",
                    "f\"{",
                    "t'{",
                    ":",
                    ":=",
                    "=",
                    "==",
                    ",",
                    "*",
                    "**",
                    "@",
                    "lambda",
                    "match x:",
                    "case ",
                    " if ",
                    " else ",
                    "\n",
                    "\n    ",
                    "\t",
                    "\\",
                    "\\\n",
                    "#",
                    "0x",
                    "1e",
                    "é",
                    "𝒳",
                    "\0",
                    " not ",
                    " in ",
                    "async ",
                    "await ",
                    "def f(",
                    "class C",
                    "type X = ",
                    "!",
                    "$",
                    "with (",
                    "except* ",
                    "yield ",
                    "return ",
                    "del ",
                    "->",
                    "...",
                    ";",
                    "\f");

    @Test
    void mutatedFilesNeverThrowOrHang() throws IOException {
        Random random = new Random(7);
        List<Path> files = CPython.newest().files();
        for (int i = 0; i < FILES; i++) {
            String text = read(files.get(random.nextInt(files.size())));
            int start = random.nextInt(text.length() + 1);
            String part = text.substring(start, Math.min(text.length(), start + 20_000));
            for (int j = 0; j < MUTATIONS; j++) {
                parse(mutated(part, random));
            }
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> out.delete(at, Math.min(out.length(), at + random.nextInt(12)));
                default -> {
                    int from = random.nextInt(out.length() + 1);
                    int to = Math.min(out.length(), from + random.nextInt(200));
                    out.insert(at, out.substring(from, to));
                }
            }
        }
        return out.toString();
    }

    private static void parse(String text) {
        Source source = Source.of("mutated.py", text);
        ParseResult result = Parser.parse(source);
        if (result instanceof ParseResult.Rejected(var diagnostics)) {
            assertThat(diagnostics).isNotEmpty();
            assertThat(diagnostics.getFirst().render()).contains("mutated.py:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "-",
                "not ",
                "~",
                "lambda: ",
                "a if b else ",
                "x**",
                "f(",
                "a[",
                "{1:",
                "f'{",
                "await ",
                "if x:\n ",
                "x.",
                "x+",
                "x and ",
                "[i for i in ",
                "(yield ",
                "*",
                "x=",
                "@x\n",
                "(a,",
                "{**",
                "\\\n",
                "f'{x:{",
                "x<",
                "lambda x=",
                "with (",
                "x:",
                "match x:\n case ",
                "print ",
                "'a' "
            })
    void deepNestingIsRefusedOrRead(String piece) {
        for (int times : new int[] {150, 1_000, 100_000}) {
            parse(piece.repeat(times));
            parse(piece.repeat(times) + "1");
        }
    }

    @Test
    void elifChainsDoNotOverflow() {
        parse("if x: pass\n" + "elif y: pass\n".repeat(100_000));
    }

    @Test
    void lineTimesLineIsNotSquared() {
        String line =
                "result = function(argument, [element for element in list if element], k=1)\n";
        ParseResult result = Parser.parse(Source.of("long.py", line.repeat(50_000)));
        assertThat(result instanceof ParseResult.Parsed).isTrue();
    }
}
