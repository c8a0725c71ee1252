package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import krait.base.Blame;
import krait.base.KraitException;
import krait.base.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpretersTest {
    @TempDir Path temp;
    private Path site;
    private Path onPath;

    @BeforeEach
    void makeFolders() throws IOException {
        site = Files.createDirectories(temp.resolve("site"));
        onPath = executable("bin/python3", "Python 3.12.1");
    }

    private Path executable(String name, String version) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path find(String setting, String active) {
        String path = "/nonexistent:" + temp.resolve("bin");
        return Interpreters.find(setting, site, Map.of("PATH", path, "VIRTUAL_ENV", active));
    }

    private Problem refused(String setting, String active) {
        return catchThrowableOfType(KraitException.class, () -> find(setting, active)).problem();
    }

    @Test
    void settingComesFirstThenVirtualEnvThenTheFolderThenThePath() throws IOException {
        assertThat(find("", "")).isEqualTo(onPath);
        Path beside = executable("site/.venv/bin/python3", "Python 3.12.1");
        assertThat(find("", "")).isEqualTo(beside);
        Path active = executable("active/bin/python", "Python 3.12.1");
        assertThat(find("", temp.resolve("active").toString())).isEqualTo(active);
        Path named = executable("elsewhere/python3.13", "Python 3.13.0");
        assertThat(find(named.toString(), temp.resolve("active").toString())).isEqualTo(named);
    }

    @Test
    void interpreterThatKraitIsInstalledInComesBetweenTheFolderAndThePath() throws IOException {
        Path home = executable("home/bin/python3", "Python 3.12.1");
        Map<String, String> path = Map.of("PATH", temp.resolve("bin").toString());
        assertThat(Interpreters.find("", site, home.toString(), path)).isEqualTo(home);
        assertThat(Interpreters.find("", site, "/nonexistent", path)).isEqualTo(onPath);
        Path beside = executable("site/.venv/bin/python3", "Python 3.12.1");
        assertThat(Interpreters.find("", site, home.toString(), path)).isEqualTo(beside);
    }

    @Test
    void settingMayBeACommandOrAVirtualEnvironment() throws IOException {
        Path command = executable("bin/python3.11", "Python 3.11.7");
        assertThat(find("python3.11", "")).isEqualTo(command);
        Path inside = executable("env/bin/python3", "Python 3.12.1");
        assertThat(find(temp.resolve("env").toString(), "")).isEqualTo(inside);
    }

    @Test
    void linkOfAVirtualEnvironmentIsNotFollowed() throws IOException {
        Path link = temp.resolve("linked/bin/python3");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, onPath);
        assertThat(find(link.toString(), "")).isEqualTo(link);
    }

    @Test
    void whatIsMissingIsTheUsersProblemWithPlaceAndRemedy() throws IOException {
        Problem missing = refused("/nonexistent/python3", "");
        assertThat(missing.blame()).isEqualTo(Blame.USER);
        assertThat(missing.text()).contains("/nonexistent/python3", "does not exist", "--python");
        Path plain = Files.writeString(temp.resolve("plain"), "");
        assertThat(refused(plain.toString(), "").what()).contains("not executable");
        assertThat(refused("", "/nonexistent/env").what()).contains("VIRTUAL_ENV");
        Files.createDirectories(site.resolve(".venv"));
        assertThat(refused("", "").what()).contains("virtual environment");
        Problem none =
                catchThrowableOfType(
                                KraitException.class,
                                () -> Interpreters.find("", temp, Map.of("PATH", "/nonexistent")))
                        .problem();
        assertThat(none.text()).contains("no Python interpreter", "install Python 3.10");
    }

    @Test
    void diagnosisTellsOldFromBrokenFromSound() throws IOException {
        assertThat(Interpreters.diagnose(onPath)).isEmpty();
        Problem old = Interpreters.diagnose(executable("old", "Python 3.9.18")).orElseThrow();
        assertThat(old.code()).isEqualTo("python-too-old");
        assertThat(old.what()).isEqualTo("Python 3.9.18 is too old");
        assertThat(Interpreters.diagnose(executable("two", "Python 2.7.18")).orElseThrow().code())
                .isEqualTo("python-too-old");
        assertThat(Interpreters.diagnose(executable("no", "no snakes here")).orElseThrow().what())
                .contains("no snakes here");
        assertThat(Interpreters.diagnose(temp.resolve("gone")).orElseThrow().what())
                .contains("missing or not executable");
        Path script = Files.writeString(temp.resolve("bad"), "#!/nonexistent/interpreter\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Interpreters.diagnose(script).orElseThrow().what())
                .contains("can't be started: No such file or directory");
    }
}
