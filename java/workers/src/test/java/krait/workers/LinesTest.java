package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final List<String> lines = new ArrayList<>();
    private final Lines splitter = new Lines(lines::add);

    private void feed(byte[] bytes) {
        splitter.feed(bytes, bytes.length);
    }

    private void feed(String text) {
        feed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesAreTheSameHoweverTheStreamIsCut() {
        byte[] stream =
                "eins\r\nzwei \u00fc\u20ac\ud83d\ude00\n\ndrei".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= stream.length; cut++) {
            lines.clear();
            Lines each = new Lines(lines::add);
            each.feed(stream, cut);
            byte[] rest = java.util.Arrays.copyOfRange(stream, cut, stream.length);
            each.feed(rest, rest.length);
            each.end();
            assertThat(lines).containsExactly("eins", "zwei \u00fc\u20ac\ud83d\ude00", "", "drei");
        }
    }

    @Test
    void lineWithoutEndIsKeptUntilTheStreamEnds() {
        feed("partial");
        assertThat(lines).isEmpty();
        splitter.end();
        assertThat(lines).containsExactly("partial");
        splitter.end();
        assertThat(lines).hasSize(1);
    }

    @Test
    void longLineIsCutBetweenCharacters() {
        String line = "\u20ac".repeat(Lines.LINE_BYTES_MAX);
        feed(line + "\n");
        assertThat(lines).hasSize(4);
        assertThat(String.join("", lines)).isEqualTo(line);
        assertThat(lines)
                .allSatisfy(piece ->
                        assertThat(piece.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(Lines.LINE_BYTES_MAX));
    }

    @Test
    void controlCharactersAndMalformedTextAreReplaced() {
        feed(new byte[] {'a', 0, 0x1b, '[', '2', 'J', '\t', (byte) 0xff, (byte) 0xc3, '\n'});
        assertThat(lines).containsExactly("a\ufffd\ufffd[2J\t\ufffd\ufffd");
    }

    @Test
    void randomBytesNeverMakeALineThatIsTooLongOrHoldsControlCharacters() {
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            byte[] junk = new byte[random.nextInt(20_000)];
            random.nextBytes(junk);
            if (i % 2 == 0) {
                for (int at = 0; at < junk.length; at++) {
                    junk[at] = junk[at] == '\n' ? (byte) 0x80 : junk[at];
                }
            }
            feed(junk);
        }
        splitter.end();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.length()).isLessThanOrEqualTo(Lines.LINE_BYTES_MAX);
                    assertThat(line.chars()).noneMatch(c -> c != '\t' && Character.isISOControl(c));
                });
    }
}
