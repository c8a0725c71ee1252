package krait.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import krait.cli.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person reads after a mistake on the command line or in the environment.
final class MessagesTest {
    @TempDir Path folder;

    @Test
    void misspeltOption() {
        assertThat(refusal("--prot", "80"))
                .isEqualTo(
                        """
                        krait: error: there is no option --prot
                          where: command line
                          to do: did you mean --port? krait serve --help lists the options
                        """);
    }

    @Test
    void optionOfALaterVersionHasNoFalseSuggestion() {
        assertThat(refusal("--tls-cert", "x"))
                .isEqualTo(
                        """
                        krait: error: there is no option --tls-cert
                          where: command line
                          to do: krait serve --help lists the options
                        """);
    }

    @Test
    void negationOfAnOptionThatIsNoSwitch() {
        assertThat(refusal("--no-port")).contains("there is no option --no-port\n");
    }

    @Test
    void switchWithAValueInItsNegation() {
        assertThat(refusal("--no-reload=true"))
                .contains("--no-reload takes no value\n", "command line: --no-reload=true\n");
    }

    @Test
    void missingValue() {
        String expected =
                """
                krait: error: --port needs a value
                  where: command line
                  to do: write --port PORT
                """;
        assertThat(refusal("--port")).isEqualTo(expected);
        assertThat(refusal("--port", "--debug")).isEqualTo(expected);
    }

    @Test
    void numberThatIsNone() {
        assertThat(refusal("--port", "80a"))
                .isEqualTo(
                        """
                        krait: error: --port expects a whole number from 0 to 65535, not "80a"
                          where: command line: --port 80a
                        """);
        assertThat(refusal("--port", "65536")).contains("not \"65536\"");
        assertThat(refusal("--workers", "-1"))
                .contains("--workers expects a whole number from 1 to 1024, or auto, not \"-1\"");
        assertThat(refusal("--headers-max=0"))
                .contains("--headers-max expects a whole number, at least 1, not \"0\"");
    }

    @Test
    void cacheControlOfNoStaticFolder() {
        assertThat(refusal("--static-cache-control", "/assets=no-cache"))
                .isEqualTo(
                        """
                        krait: error: --static-cache-control names /assets, \
                        where no static folder is
                          where: command line: --static-cache-control /assets=no-cache
                          to do: give the prefix as --static has it
                        """);
        assertThat(refusal("--static-cache-control", "a\nb")).contains("expects a header value");
    }

    @Test
    void metricsWhereTheApplicationIsServed() {
        assertThat(refusal("--metrics", "127.0.0.1:8000"))
                .isEqualTo(
                        """
                        krait: error: --metrics names 127.0.0.1:8000, \
                        where the application is served
                          where: command line: --metrics 127.0.0.1:8000
                          to do: give the metrics an address of their own, such as 127.0.0.1:9100
                        """);
    }

    @Test
    void durationWithoutUnit() {
        assertThat(refusal("--stop-timeout", "30"))
                .isEqualTo(
                        """
                        krait: error: --stop-timeout expects a duration such as 500ms, 10s or 2m, \
                        not "30"
                          where: command line: --stop-timeout 30
                          to do: add a unit (ms, s, m, h or d): 30s is seconds
                        """);
        assertThat(refusal("--stop-timeout=0")).contains("--stop-timeout must be longer than 0\n");
    }

    @Test
    void sizeThatIsNone() {
        assertThat(refusal("--body-bytes-max", "1TB"))
                .contains("expects a size such as 64KiB, 1MB or a number of bytes, not \"1TB\"")
                .contains("to do: write the unit as B, KB, KiB, MB, MiB, GB or GiB");
        assertThat(refusal("--header-bytes-max", "3GB")).contains("is at most 2147483647 bytes");
        assertThat(refusal("--header-bytes-max", "0")).contains("must be more than 0");
    }

    @Test
    void choiceThatIsNone() {
        assertThat(refusal("--log-level", "INFO"))
                .isEqualTo(
                        """
                        krait: error: --log-level expects debug, info, warning or error, not "INFO"
                          where: command line: --log-level INFO
                        """);
    }

    @Test
    void choiceOfALaterVersion() {
        assertThat(refusal("--model", "interpreters"))
                .isEqualTo(
                        """
                        krait: error: --model interpreters is not served by this version of Krait
                          where: command line: --model interpreters
                          to do: use auto, prefork or threads
                        """);
        assertThat(refusal("--interface", "asgi"))
                .contains("--interface asgi is not served by this version of Krait\n")
                .contains("to do: use auto, wsgi or compiled\n");
    }

    @Test
    void pairWithoutValue() {
        assertThat(refusal("--env", "DEBUG"))
                .isEqualTo(
                        """
                        krait: error: --env expects NAME=VALUE, not "DEBUG"
                          where: command line: --env DEBUG
                        """);
    }

    @Test
    void valueOfAVariableIsNamedByTheVariable() {
        assertThat(app().variable("KRAIT_ACCESS_LOG", "maybe").refusal())
                .isEqualTo(
                        """
                        krait: error: KRAIT_ACCESS_LOG expects true or false, not "maybe"
                          where: environment: KRAIT_ACCESS_LOG=maybe
                        """);
    }

    @Test
    void secondApplication() {
        assertThat(refusal("a", "b"))
                .isEqualTo(
                        """
                        krait: error: serve takes one application, and this is a second one: b
                          where: command line: a … b
                          to do: serve more with --mount PREFIX=APP; an option's value \
                        follows its flag
                        """);
    }

    @Test
    void addressesThatAreNone() {
        assertThat(refusal("--bind", "127.0.0.1"))
                .isEqualTo(
                        """
                        krait: error: --bind does not take the address "127.0.0.1"
                          where: command line: --bind 127.0.0.1
                          to do: add the port, such as 127.0.0.1:8000
                        """);
        assertThat(refusal("--bind", "::1:8000"))
                .contains("stands in brackets, such as [::1]:8000");
        assertThat(refusal("--bind", "h:http")).contains("a number from 0 to 65535");
        assertThat(refusal("--bind", "h:-1")).contains("a number from 0 to 65535");
        assertThat(refusal("--bind", "u@h:1")).contains("does not take the address \"u@h:1\"");
        assertThat(refusal("--bind", "unix:")).contains("such as unix:/run/krait.sock");
        assertThat(refusal("--bind", "h:1,h:1")).contains("--bind names h:1 twice");
        assertThat(refusal("--host", "a b")).contains("--host does not take the address \"a b\"");
    }

    @Test
    void prefixesThatAreNone() {
        for (String prefix : new String[] {"api", "/a//b", "/a/../b", "/a b", "/a?b", "/%61"}) {
            assertThat(refusal("--static", prefix + "=."))
                    .contains("expects a prefix such as /api");
        }
        assertThat(refusal("--static", "/a=.", "--mount", "/a/=wsgi"))
                .contains("--static takes the prefix /a a second time\n");
        assertThat(refusal("wsgi", "--static", "/=."))
                .contains("APP takes the prefix / a second time\n");
    }

    @Test
    void foldersThatAreNotThere() {
        assertThat(refusal("--static", "/a=missing"))
                .isEqualTo(
                        """
                        krait: error: --static names a folder that does not exist: FOLDER/missing
                          where: command line: --static /a=missing
                          to do: correct the path or create the folder
                        """);
        assertThat(refusal("--chdir", "wsgi.py"))
                .contains("--chdir names a folder that is a file, not a folder: FOLDER/wsgi.py\n");
    }

    @Test
    void virtualEnvironmentBesideTheFileIsAnAbsolutePath() {
        Trial trial = app().file("site/krait.toml", "python = '.venv'").file("site/app.py");
        trial.file("site/.venv/bin/python");
        assertThat(trial.serve("site").python()).isEqualTo(folder.resolve("site/.venv").toString());
    }

    @Test
    void interpreterThatIsNotThere() {
        assertThat(refusal("--python", "venv/bin/python"))
                .isEqualTo(
                        """
                        krait: error: --python names no interpreter: FOLDER/venv/bin/python
                          where: command line: --python venv/bin/python
                          to do: write the path of a Python, such as .venv/bin/python, or a command
                        """);
    }

    private String refusal(String... arguments) {
        return app().refusal(arguments);
    }

    private Trial app() {
        return new Trial(folder).file("wsgi.py");
    }
}
