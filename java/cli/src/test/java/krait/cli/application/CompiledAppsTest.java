package krait.cli.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import krait.cli.Trial;
import krait.server.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which applications are compiled, seen through `krait serve`.
final class CompiledAppsTest {
    private static final String[] HELLO = {"from krait import App", "", "app = App()"};

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void prepare() {
        trial = new Trial(folder);
    }

    @Test
    void fileThatMakesAnAppIsCompiled() {
        trial.file("sub/hello.py", HELLO);
        assertThat(root("sub/hello.py")).isEqualTo(compiled("sub/hello.py", "app"));
        assertThat(root("sub/hello.py:app")).isEqualTo(compiled("sub/hello.py", "app"));
    }

    @Test
    void moduleAndFolderAreLookedAtToo() {
        trial.file("app.py", HELLO);
        assertThat(root("app:app")).isEqualTo(compiled("app.py", "app"));
        assertThat(root(".")).isEqualTo(compiled("app.py", "app"));
        assertThat(root()).isEqualTo(compiled("app.py", "app"));
    }

    @Test
    void nameOfTheAppIsFound() {
        trial.file("a.py", "from krait import (", "    App,", ")", "site: App = App()");
        assertThat(root("a.py")).isEqualTo(compiled("a.py", "site"));
        trial.file("b.py", "from krait import App", "one = App()", "application = App()");
        assertThat(root("b.py")).isEqualTo(compiled("b.py", "application"));
        assertThat(root("b.py:one")).isEqualTo(compiled("b.py", "one"));
    }

    @Test
    void otherFilesGoToWorkers() {
        trial.file("flask.py", "from flask import Flask as App", "app = App()");
        assertThat(root("flask.py")).isInstanceOf(Settings.Application.class);
        trial.file("nested.py", "from krait import App", "if True:", "    app = App()");
        assertThat(root("nested.py")).isInstanceOf(Settings.Application.class);
        trial.file("other.py", HELLO);
        assertThat(root("other.py:application")).isInstanceOf(Settings.Application.class);
    }

    @Test
    void interfaceDecides() {
        trial.file("hello.py", HELLO);
        assertThat(root("hello.py", "--interface", "wsgi"))
                .isInstanceOf(Settings.Application.class);
        trial.file("plain.py", "x = 1");
        assertThat(root("plain.py", "--interface", "compiled"))
                .isEqualTo(compiled("plain.py", "app"));
        assertThat(trial.refusal("a.b:app", "--interface", "compiled"))
                .contains("what is to be compiled must be a Python file");
    }

    @Test
    void mountsAreCompiledToo() {
        trial.file("hello.py", HELLO).file("wsgi.py");
        assertThat(trial.serve("wsgi.py", "--mount", "/fast=hello.py").mounts())
                .contains(
                        new Settings.Compiled("/fast", folder, folder.resolve("hello.py"), "app"));
    }

    private Settings.Mount root(String... arguments) {
        return new Trial(folder).serve(arguments).mounts().getFirst();
    }

    private Settings.Compiled compiled(String file, String attribute) {
        Path path = folder.resolve(file);
        return new Settings.Compiled("", path.resolveSibling("").normalize(), path, attribute);
    }
}
