package krait.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import krait.cli.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `krait check` with typed programs.
final class ProgramCheckTest {
    @TempDir private Path folder;
    private Trial trial = new Trial(Path.of(""));

    @BeforeEach
    void begin() {
        trial =
                new Trial(folder)
                        .file("good.py", "total: int = 3", "print(total)")
                        .file("bad.py", "count: int = 'three'", "print(cuont)")
                        .file("parts/worse.py", "return 1")
                        .file("site.py", "def app(environ, start_response):", "    return []");
    }

    @Test
    void acceptedProgramPassesWithExitCodeZero() {
        assertThat(trial.run("check", "good.py")).isZero();
        assertThat(trial.out()).isEqualTo("krait: check passed: 1 file\n");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(trial.run("check", "bad.py", "good.py", "parts/worse.py")).isEqualTo(2);
        assertThat(trial.out())
                .contains("bad.py:1:14: error KR310: ")
                .contains("    count: int = 'three'\n                 ^^^^^^^\n")
                .contains("bad.py:2:7: error KR201: ")
                .contains("parts/worse.py:1:1: error KR105: 'return' outside function\n")
                .contains("  = rewrite: ")
                .endsWith("krait: 3 errors in 2 files\n")
                .doesNotContain("\u001b");
    }

    @Test
    void folderStandsForItsPythonFiles() {
        assertThat(trial.run("check", ".")).isEqualTo(2);
        assertThat(trial.out()).contains("bad.py:1:14").contains("parts/worse.py:1:1");
    }

    @Test
    void jsonNamesEveryPlace() throws Exception {
        assertThat(trial.run("check", "bad.py", "--format", "json")).isEqualTo(2);
        JsonNode report = new ObjectMapper().readTree(trial.out());
        assertThat(report.get("files").asInt()).isEqualTo(1);
        assertThat(report.get("errors").asInt()).isEqualTo(2);
        JsonNode first = report.get("diagnostics").get(0);
        assertThat(first.get("code").asString()).isEqualTo("KR310");
        assertThat(first.get("file").asString()).isEqualTo("bad.py");
        assertThat(first.get("line").asInt()).isEqualTo(1);
        assertThat(first.get("column").asInt()).isEqualTo(14);
        assertThat(first.get("endColumn").asInt()).isEqualTo(21);
        assertThat(first.get("rewrite").asString()).isNotEmpty();
    }

    @Test
    void coloursAreForTerminalsOnly() {
        trial.onTerminal().run("check", "bad.py");
        assertThat(trial.out()).contains("\u001b[1;31merror KR310\u001b[0m");
        Trial quiet = new Trial(folder).onTerminal().variable("NO_COLOR", "1");
        quiet.run("check", "bad.py");
        assertThat(quiet.out()).doesNotContain("\u001b");
    }

    @Test
    void codeIsExplainedWithTwoPrograms() {
        assertThat(trial.run("check", "--explain", "kr312")).isZero();
        assertThat(trial.out())
                .startsWith("KR312: ")
                .contains("    ratio: float = 1\n")
                .contains("    ratio: float = 1.0\n");
    }

    @Test
    void unknownCodeIsRefusedWithTheNearest() {
        assertThat(trial.run("check", "--explain", "KR31")).isEqualTo(2);
        assertThat(trial.err()).contains("there is no code KR31").contains("did you mean KR301?");
    }

    @Test
    void fileOfAnApplicationIsLoadedUnlessItIsSaidToBeTyped() {
        assertThat(trial.run("check", "site.py")).isZero();
        assertThat(trial.out()).contains("wsgi:application");
        assertThat(new Trial(folder).run("check", "--typed", "site.py")).isEqualTo(2);
    }

    @Test
    void missingFileAndUnknownFormatAreRefused() {
        assertThat(trial.run("check", "--typed", "none.py")).isEqualTo(2);
        assertThat(trial.err()).contains("there is no such file");
        Trial other = new Trial(folder);
        assertThat(other.run("check", "good.py", "--format=xml")).isEqualTo(2);
        assertThat(other.err()).contains("--format is text or json, not 'xml'");
    }
}
