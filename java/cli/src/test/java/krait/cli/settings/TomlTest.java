package krait.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import krait.cli.Trial;
import krait.server.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TomlTest {
    @TempDir Path folder;

    @Test
    void pathsBeginBesideTheFile() {
        Trial trial =
                new Trial(folder)
                        .file("site/deploy/app.py")
                        .file("site/public/x")
                        .file(
                                "site/krait.toml",
                                "app = 'deploy/app.py:make'",
                                "bind = 'unix:run/k.sock'",
                                "[static]",
                                "'/assets' = 'public'");
        Settings settings = trial.serve("site");
        Path site = folder.resolve("site");
        assertThat(settings.binds())
                .containsExactly(URI.create("unix:" + site.resolve("run/k.sock")));
        assertThat(settings.mounts())
                .containsExactly(
                        new Settings.Static("/assets", site.resolve("public"), ""),
                        new Settings.Application(
                                "",
                                site.resolve("deploy"),
                                "",
                                site.resolve("deploy/app.py").toString(),
                                "make"));
    }

    @Test
    void cacheControlIsForOneFolderOrForAll() {
        Trial trial = new Trial(folder).file("wsgi.py").file("a/x").file("b/x");
        trial.file(
                "krait.toml",
                "static = {'/a' = 'a', '/b/' = 'b'}",
                "[static-cache-control]",
                "'/b/' = 'public, max-age=60'");
        Settings settings = trial.serve("--static-cache-control", "no-cache");
        assertThat(settings.mounts())
                .contains(
                        new Settings.Static("/a", folder.resolve("a"), "no-cache"),
                        new Settings.Static("/b", folder.resolve("b"), "public, max-age=60"));
    }

    @Test
    void configNamesAnotherFile() {
        Trial trial = new Trial(folder).file("wsgi.py").file("etc/prod.toml", "workers = 7");
        trial.file("krait.toml", "this is not read");
        assertThat(trial.serve("--config", "etc/prod.toml").workers()).isEqualTo(7);
    }

    @Test
    void missingConfig() {
        assertThat(new Trial(folder).file("wsgi.py").refusal("--config", "no.toml"))
                .isEqualTo(
                        """
                        krait: error: the configuration cannot be read: there is no such file
                          where: FOLDER/no.toml
                          to do: correct --config or create the file
                        """);
    }

    @Test
    void fileThatIsNotUtf8() throws Exception {
        Files.write(folder.resolve("krait.toml"), new byte[] {'a', (byte) 0xff, '\n'});
        assertThat(new Trial(folder).file("wsgi.py").refusal()).contains("it is not UTF-8 text");
    }

    @Test
    void folderInPlaceOfTheFile() throws Exception {
        Files.createDirectory(folder.resolve("krait.toml"));
        assertThat(new Trial(folder).file("wsgi.py").refusal())
                .contains("the configuration cannot be read: ", "where: FOLDER/krait.toml");
    }

    @Test
    void syntaxErrorShowsLineAndColumn() {
        assertThat(refusal("workers = 2", "host = = 1"))
                .startsWith("krait: error: this is not TOML: ")
                .contains(
                        """
                          where: FOLDER/krait.toml, line 2, column 8
                                 host = = 1
                                        ^
                          to do: correct the line; texts stand in quotes: key = "value"
                        """);
    }

    @Test
    void textWithoutQuotesIsASyntaxErrorInItsLine() {
        assertThat(refusal("host = localhost")).contains("krait.toml, line 1, column ");
    }

    @Test
    void endInsideATextIsASyntaxError() {
        assertThat(refusal("host = 'localhost")).contains("this is not TOML", "krait.toml, line ");
    }

    @Test
    void misspeltKey() {
        assertThat(refusal("# comment", "wrokers = 2"))
                .isEqualTo(
                        """
                        krait: error: there is no key wrokers
                          where: FOLDER/krait.toml, line 2: wrokers = 2
                          to do: did you mean workers? docs/reference/configuration.md lists \
                        the keys
                        """);
    }

    @Test
    void misspeltLimit() {
        assertThat(refusal("[limits]", "header-max = 2"))
                .contains("there is no key limits.header-max\n")
                .contains("krait.toml, line 2: header-max = 2\n")
                .contains("did you mean limits.headers-max?");
    }

    @Test
    void limitsMayStandTogether() {
        Trial trial = new Trial(folder).file("wsgi.py");
        trial.file("krait.toml", "queue-depth-max = 7", "[limits]", "headers-max = 5");
        assertThat(trial.serve().limits().headersMax()).isEqualTo(5);
        assertThat(trial.serve().limits().queueDepthMax()).isEqualTo(7);
    }

    @Test
    void otherOptionAmongTheLimits() {
        assertThat(refusal("[limits]", "port = 2"))
                .contains("there is no key limits.port\n", "krait.toml, line 2: port = 2\n");
    }

    @Test
    void pairsMayStandInAnArrayAsTheirFlagsDo() {
        Trial trial = new Trial(folder).file("wsgi.py").file("public/x");
        trial.file("krait.toml", "static = ['/a=public', '/b=public']", "env = ['A=1']");
        Settings settings = trial.serve();
        assertThat(settings.mounts())
                .extracting(Settings.Mount::prefix)
                .containsExactly("/a", "/b", "");
        assertThat(settings.environment()).containsEntry("A", "1");
    }

    @Test
    void pluralOfMount() {
        assertThat(refusal("[mounts]", "'/a' = 'a'"))
                .contains("there is no key mounts\n", "line 1: [mounts]\n", "did you mean mount?");
    }

    @Test
    void unknownTable() {
        assertThat(refusal("[server]", "port = 1"))
                .contains("there is no key server\n", "krait.toml, line 1: [server]\n");
    }

    @Test
    void stringInPlaceOfAnInteger() {
        assertThat(refusal("port = \"8000\""))
                .isEqualTo(
                        """
                        krait: error: port expects a whole number from 0 to 65535, written as \
                        an integer; this is the string "8000"
                          where: FOLDER/krait.toml, line 1: port = "8000"
                          to do: write it without quotes
                        """);
    }

    @Test
    void integerInPlaceOfADuration() {
        assertThat(refusal("[limits]", "stop-timeout = 30"))
                .contains("limits.stop-timeout expects a duration such as 500ms, 10s or 2m,")
                .contains(" written as a string; this is an integer\n")
                .contains("to do: write it in quotes, with its unit if it has one\n");
    }

    @Test
    void otherWrongTypes() {
        assertThat(refusal("reload = 1")).contains("reload expects true or false, ", "an integer");
        assertThat(refusal("workers = 1.5")).contains("this is the number 1.5");
        assertThat(refusal("bind = [1]")).contains("this is an array of other values");
        assertThat(refusal("host = ['a']")).contains("this is an array of strings");
        assertThat(refusal("[host]", "a = 1")).contains("this is a table");
        assertThat(refusal("env = 'A=1'"))
                .contains("written as a table or an array of strings; this is the string")
                .doesNotContain("to do");
        assertThat(refusal("limits = 1")).contains("there is no key limits\n");
    }

    @Test
    void numberInAPair() {
        assertThat(refusal("[env]", "WORKERS = 2"))
                .isEqualTo(
                        """
                        krait: error: env.WORKERS expects a string; this is an integer
                          where: FOLDER/krait.toml, line 2: WORKERS = 2
                          to do: write it in quotes
                        """);
        assertThat(refusal("[env]", "'A=B' = 'c'")).contains("expects a name without =");
    }

    @Test
    void valueThatIsRefusedNamesItsLine() {
        assertThat(refusal("", "[limits]", "  stop-timeout = '30 sec'"))
                .contains("limits.stop-timeout expects a duration such as 500ms, 10s or 2m, not")
                .contains("where: FOLDER/krait.toml, line 3: stop-timeout = '30 sec'\n");
    }

    @Test
    void dottedKeyNamesItsLine() {
        assertThat(refusal("limits.stop-timeout = 'x'"))
                .contains("where: FOLDER/krait.toml, line 1: limits.stop-timeout = 'x'\n");
    }

    private String refusal(String... lines) {
        return new Trial(folder).file("wsgi.py").file("krait.toml", lines).refusal();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workers = 1\\nport = 1\\nworkers = 2\\n\\nthreads = 3 | workers | 3 | 1",
                "workers = 1\\nworkers = 2 | workers | 2 | 1",
                "[limits]\\nheaders-max = 1\\n'headers-max' = 2 | limits.headers-max | 3 | 2"
            })
    void keyThatStandsTwiceIsNamedWhereItIsTheSecondTime(
            String toml, String key, int second, int first) {
        Trial trial = new Trial(folder).file("wsgi.py");
        trial.file("krait.toml", toml.replace("\\n", "\n"));
        assertThat(trial.refusal())
                .contains("the key " + key + " stands here a second time")
                .contains("krait.toml, line " + second + ":")
                .contains("the first is in line " + first + "\n");
    }
}
