package krait.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import krait.cli.Trial;
import krait.server.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrecedenceTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        // flag, environment, file, expected
        "4,    3,    2,    4",
        "4,    3,    ,     4",
        "4,    ,     2,    4",
        "4,    ,     ,     4",
        ",     3,    2,    3",
        ",     3,    ,     3",
        ",     ,     2,    2",
        ",     ,     ,     0",
        "auto, 3,    2,    0",
    })
    void flagOverEnvironmentOverFileOverDefault(
            String flag, String variable, String file, int expected) {
        Trial trial = new Trial(folder).file("wsgi.py");
        if (file != null) {
            trial.file("krait.toml", "workers = " + file);
        }
        if (variable != null) {
            trial.variable("KRAIT_WORKERS", variable);
        }
        Settings settings = flag == null ? trial.serve() : trial.serve("--workers", flag);
        assertThat(settings.workers()).isEqualTo(expected);
    }

    @Test
    void lastOfRepeatedFlagsCounts() {
        Settings settings = app().serve("--threads", "2", "--threads=5");
        assertThat(settings.threads()).isEqualTo(5);
    }

    @Test
    void pairsOfAllSourcesAddUpKeyByKey() {
        Settings settings =
                app().file("krait.toml", "[env]", "A = 'file'", "B = 'file'", "C = 'file'")
                        .variable("KRAIT_ENV", "B=variable,C=variable,D=variable")
                        .serve("--env", "C=flag", "--env", "E=a=b");
        assertThat(settings.environment())
                .containsEntry("A", "file")
                .containsEntry("B", "variable")
                .containsEntry("C", "flag")
                .containsEntry("D", "variable")
                .containsEntry("E", "a=b")
                .hasSize(5);
    }

    @Test
    void listOfAHigherSourceReplacesTheLowerOne() {
        Settings settings =
                app().file("krait.toml", "forwarded-allow-ips = ['10.0.0.1', '10.0.0.2']")
                        .serve(
                                "--forwarded-allow-ips",
                                "::1",
                                "--forwarded-allow-ips=10.0.0.0/8, *");
        assertThat(settings.forwardedAllowIps()).containsExactly("::1", "10.0.0.0/8", "*");
    }

    @Test
    void portOfAFlagWinsOverBindOfTheFile() {
        Settings settings = app().file("krait.toml", "bind = '0.0.0.0:80'").serve("--port", "9000");
        assertThat(settings.binds()).containsExactly(URI.create("tcp://127.0.0.1:9000"));
    }

    @Test
    void bindOfAFlagWinsOverPortOfTheEnvironment() {
        Settings settings =
                app().variable("KRAIT_PORT", "9000").serve("--bind", "[::1]:0", "--bind", ":81");
        assertThat(settings.binds())
                .containsExactly(URI.create("tcp://[::1]:0"), URI.create("tcp://0.0.0.0:81"));
    }

    @Test
    void hostOfTheFileGoesWithPortOfTheFlag() {
        Settings settings = app().file("krait.toml", "host = '::1'").serve("--port", "9000");
        assertThat(settings.binds()).containsExactly(URI.create("tcp://[::1]:9000"));
    }

    @Test
    void bindAndPortOfOneSourceExcludeEachOther() {
        assertThat(app().refusal("--bind", "127.0.0.1:1", "--port", "2"))
                .isEqualTo(
                        """
                        krait: error: --bind and --port exclude each other
                          where: command line: --port 2
                          to do: write the address and the port into --bind: HOST:PORT
                        """);
    }

    @Test
    void switchOfTheFileIsUndoneByAFlag() {
        app().file("krait.toml", "reload = true", "access-log = true");
        Settings settings = new Trial(folder).serve("--no-reload", "--access-log=false");
        assertThat(settings.reload()).isFalse();
        assertThat(settings.accessLog()).isFalse();
    }

    @Test
    void emptyVariableGivesNothing() {
        assertThat(app().variable("KRAIT_WORKERS", "").serve().workers()).isZero();
    }

    @Test
    void misspeltVariableIsWarnedAbout() {
        Trial trial = app().variable("KRAIT_PROT", "80").variable("KRAIT_SOMETHING_ELSE", "1");
        trial.serve();
        assertThat(trial.err())
                .isEqualTo("krait: warning: KRAIT_PROT has no effect; did you mean KRAIT_PORT?\n");
    }

    private Trial app() {
        return new Trial(folder).file("wsgi.py");
    }
}
