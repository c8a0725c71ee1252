package krait.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import krait.base.Blame;
import krait.base.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CliTest {
    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void prepare() {
        trial = new Trial(folder);
    }

    @Test
    void nothingGivenPrintsTheCommands() {
        assertThat(trial.run()).isZero();
        assertThat(trial.out())
                .startsWith("Krait serves Python web applications on every core.\n")
                .contains("\n  serve [APP] [options]  serves an application\n")
                .contains("\n  version                prints the version\n");
        assertThat(trial.err()).isEmpty();
    }

    @Test
    void helpOfServeFitsOneScreenAndNamesEveryGroup() {
        assertThat(trial.run("serve", "--port", "80", "--help")).isZero();
        assertThat(trial.out())
                .contains("Usage: krait serve [APP] [options]\n")
                .contains("\nAddress\n  --bind HOST:PORT ")
                .contains("picks a free one [8000]\n")
                .contains("\n  --headers-max N              headers of a request [100]\n");
        assertThat(trial.out().lines()).hasSizeLessThan(65).allMatch(line -> line.length() <= 100);
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(trial.run("version")).isZero();
        assertThat(trial.out()).matches("krait \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)\n");
    }

    @Test
    void versionFlagIsTheCommand() {
        assertThat(trial.run("--version")).isZero();
        assertThat(trial.out()).startsWith("krait ");
    }

    @Test
    void misspeltCommandIsRefusedWithTheNearestName() {
        assertThat(trial.run("sevre", "app")).isEqualTo(2);
        assertThat(trial.err())
                .isEqualTo(
                        """
                        krait: error: there is no command sevre
                          where: command line
                          to do: did you mean krait serve? krait --help lists the commands
                        """);
    }

    @Test
    void applicationInPlaceOfTheCommandIsUnderstood() {
        assertThat(trial.run("mysite.wsgi")).isEqualTo(2);
        assertThat(trial.err()).contains("to serve an application: krait serve mysite.wsgi");
    }

    @Test
    void commandsOfTheCheckoutSayWhereTheyWork() {
        for (String name : new String[] {"test", "bench", "build"}) {
            Trial one = new Trial(folder);
            assertThat(one.run(name)).isEqualTo(2);
            assertThat(one.err())
                    .isEqualTo(
                            """
                            krait: error: krait %s works in a source checkout of Krait only
                              to do: run ./krait %s at the root of the checkout
                            """
                                    .formatted(name, name));
        }
    }

    @Test
    void exitCodeFollowsTheBlame() {
        trial.file("wsgi.py");
        for (Blame blame : Blame.values()) {
            Trial one = new Trial(folder);
            one.failing(Problem.of("x", blame, "what happened").at("here").exception());
            assertThat(one.run("serve")).isEqualTo(blame.exitCode());
            assertThat(one.err()).startsWith("krait: error: what happened\n  where: here\n");
        }
    }

    @Test
    void problemOfTheApplicationComesWithoutJavaStackTrace() {
        trial.file("wsgi.py").failing(Problem.of("x", Blame.APP, "no").exception());
        assertThat(trial.run("serve", "--debug")).isEqualTo(3);
        assertThat(trial.err()).isEqualTo("krait: error: no\n");
    }

    @Test
    void defectIsShortAndItsStackTraceGoesToAFile() throws Exception {
        trial.file("wsgi.py").failing(new IllegalStateException("broken"));
        assertThat(trial.run("serve")).isEqualTo(70);
        assertThat(trial.err())
                .startsWith("krait: error: a defect of Krait: IllegalStateException: broken\n")
                .doesNotContain("\tat ");
        String line = trial.err().lines().reduce((a, b) -> b).orElseThrow();
        assertThat(line).startsWith("  stack trace: ");
        Path trace = Path.of(line.substring("  stack trace: ".length()));
        assertThat(trace).content().contains("IllegalStateException: broken", "\tat krait.cli");
        Files.delete(trace);
    }

    @Test
    void defectShowsItsStackTraceWithDebug() {
        trial.file("wsgi.py").failing(new IllegalStateException("broken"));
        assertThat(trial.run("serve", "--debug")).isEqualTo(70);
        assertThat(trial.err()).contains("\tat krait.cli");
    }

    @Test
    void checkReportsEachApplicationAndFolder() {
        trial.file("wsgi.py").file("public/index.html");
        assertThat(trial.run("check", "--static", "/assets=public")).isZero();
        assertThat(trial.out().replace(folder.toString(), "FOLDER"))
                .isEqualTo(
                        """
                        /  wsgi:application  wsgi, Python 3.11.7
                        /assets  FOLDER/public  static files
                        krait: check passed
                        """);
    }

    @Test
    void checkOfAnApplicationThatDoesNotLoadHasTheExitCodeOfItsBlame() {
        trial.file("wsgi.py").failing(Problem.of("x", Blame.APP, "no").exception());
        assertThat(trial.run("check")).isEqualTo(3);
        assertThat(trial.out()).isEmpty();
    }

    @Test
    void nameThatTheLocaleCannotExpressIsTheEnvironmentsProblem() {
        Trial trial = new Trial(folder).file("wsgi.py");
        trial.failing(new InvalidPathException("/srv/sit\ufffd", "Malformed input"));
        assertThat(trial.run("serve")).isEqualTo(2);
        assertThat(trial.err()).contains("cannot be used", "/srv/sit", "set LC_ALL=C.UTF-8");
    }
}
