package krait.cli.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import krait.cli.Trial;
import krait.server.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What APP names, seen through `krait serve` over real folders.
final class TargetsTest {
    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void prepare() {
        trial = new Trial(folder);
    }

    @Test
    void moduleAndAttribute() {
        assertThat(root("mysite.wsgi:application"))
                .isEqualTo(module(folder, "mysite.wsgi", "application"));
        assertThat(root("app:api.wsgi")).isEqualTo(module(folder, "app", "api.wsgi"));
        assertThat(root("größe")).isEqualTo(module(folder, "größe", ""));
    }

    @Test
    void fileIsServedInItsFolder() {
        trial.file("sub/hello.py");
        Path sub = folder.resolve("sub");
        String file = sub.resolve("hello.py").toString();
        assertThat(root("sub/hello.py")).isEqualTo(app(sub, "", file, ""));
        assertThat(root("./sub/hello.py:make")).isEqualTo(app(sub, "", file, "make"));
        assertThat(root(file)).isEqualTo(app(sub, "", file, ""));
    }

    @Test
    void fileWithChdirKeepsThatFolder() {
        trial.file("sub/hello.py");
        assertThat(root("hello.py", "--chdir", "sub").folder()).isEqualTo(folder.resolve("sub"));
        assertThat(root("sub/hello.py", "--chdir", ".").folder()).isEqualTo(folder);
    }

    @Test
    void moduleWithChdirBeginsThere() {
        trial.file("sub/x");
        assertThat(root("app:app", "--chdir", "sub"))
                .isEqualTo(module(folder.resolve("sub"), "app", "app"));
    }

    @Test
    void folderIsLookedThroughInOrder() {
        Path site = folder.resolve("site");
        trial.file("site/main.py");
        assertThat(root("site")).isEqualTo(module(site, "main", ""));
        trial.file("site/app/__init__.py");
        assertThat(root("site")).isEqualTo(module(site, "app", ""));
        trial.file("site/app.py");
        assertThat(root("site/")).isEqualTo(module(site, "app", ""));
        trial.file("site/manage.py").file("site/mysite/wsgi.py");
        assertThat(root("./site")).isEqualTo(module(site, "mysite.wsgi", ""));
        trial.file("site/wsgi.py");
        assertThat(root("site")).isEqualTo(module(site, "wsgi", ""));
    }

    @Test
    void nothingGivenIsTheCurrentFolder() {
        trial.file("app.py");
        assertThat(root()).isEqualTo(module(folder, "app", ""));
    }

    @Test
    void nothingGivenWithKraitTomlIsItsApplication() {
        trial.file("app.py").file("krait.toml", "app = 'mysite.wsgi'");
        assertThat(root()).isEqualTo(module(folder, "mysite.wsgi", ""));
    }

    @Test
    void folderWithKraitTomlIsItsApplicationBesideIt() {
        trial.file("site/krait.toml", "app = 'mysite.wsgi'", "chdir = 'src'").file("site/src/x");
        assertThat(root("site")).isEqualTo(module(folder.resolve("site/src"), "mysite.wsgi", ""));
    }

    @Test
    void chdirOfKraitTomlIsLookedThrough() {
        trial.file("site/krait.toml", "chdir = 'src'").file("site/src/app.py");
        assertThat(root("site")).isEqualTo(module(folder.resolve("site/src"), "app", ""));
    }

    @Test
    void moduleGivenWinsOverKraitToml() {
        trial.file("krait.toml", "app = 'mysite.wsgi'", "workers = 3");
        Settings settings = trial.serve("other:app");
        assertThat(settings.mounts()).containsExactly(module(folder, "other", "app"));
        assertThat(settings.workers()).isEqualTo(3);
    }

    @Test
    void kraitTomlBesideAFileIsRead() {
        trial.file("sub/hello.py").file("sub/krait.toml", "workers = 3");
        assertThat(trial.serve("sub/hello.py").workers()).isEqualTo(3);
    }

    @Test
    void packageIsAModuleUnlessItIsWrittenAsAPath() {
        trial.file("shop/__init__.py").file("shop/wsgi.py");
        assertThat(root("shop")).isEqualTo(module(folder, "shop", ""));
        assertThat(root("./shop")).isEqualTo(module(folder.resolve("shop"), "wsgi", ""));
    }

    @Test
    void djangoPackageOfManagePyIsTakenAmongSeveral() {
        trial.file("manage.py", "x('DJANGO_SETTINGS_MODULE', 'two.settings')");
        trial.file("one/wsgi.py").file("two/wsgi.py");
        assertThat(root()).isEqualTo(module(folder, "two.wsgi", ""));
    }

    @Test
    void severalDjangoPackagesAreNamed() {
        trial.file("manage.py").file("one/wsgi.py").file("two/wsgi.py");
        assertThat(trial.refusal())
                .isEqualTo(
                        """
                        krait: error: more than one Django package has a wsgi.py in FOLDER
                          where: no application was named
                          to do: name one: one.wsgi, two.wsgi
                        """);
    }

    @Test
    void mountsAloneAreServedWithoutAnApplication() {
        trial.file("public/x");
        assertThat(trial.serve("--static", "/=public").mounts())
                .containsExactly(new Settings.Static("", folder.resolve("public"), ""));
        assertThat(trial.serve("--static", "/a=public").mounts())
                .containsExactly(new Settings.Static("/a", folder.resolve("public"), ""));
    }

    @Test
    void mountedApplicationsAreFoundAlike() {
        trial.file("wsgi.py").file("api/app.py");
        assertThat(trial.serve("--mount", "/v1/=api", "--mount", "/v2=v2.web:app").mounts())
                .containsExactlyInAnyOrder(
                        new Settings.Application("/v1", folder.resolve("api"), "app", "", ""),
                        new Settings.Application("/v2", folder, "v2.web", "", "app"),
                        module(folder, "wsgi", ""));
    }

    @Test
    void emptyFolder() {
        trial.file("site/readme");
        assertThat(trial.refusal("site"))
                .isEqualTo(
                        """
                        krait: error: no application was found in FOLDER/site
                          where: command line: site
                          to do: name it: krait serve module:attribute, or in krait.toml app = \
                        "module:attribute"
                                 looked for wsgi.py, manage.py with PACKAGE/wsgi.py, app.py, \
                        app/__init__.py and main.py
                        """);
    }

    @Test
    void folderWithAsgiAlone() {
        trial.file("site/asgi.py");
        assertThat(trial.refusal("site")).contains("this version of Krait serves WSGI only\n");
    }

    @Test
    void missingFile() {
        trial.file("sub/hello.py");
        assertThat(trial.refusal("sub/helo.py"))
                .isEqualTo(
                        """
                        krait: error: there is no file or folder FOLDER/sub/helo.py
                          where: command line: sub/helo.py
                          to do: did you mean sub/hello.py?
                        """);
        assertThat(trial.refusal("sub/hello")).endsWith("to do: did you mean sub/hello.py?\n");
    }

    @Test
    void missingFileInKraitTomlNamesItsLine() {
        trial.file("krait.toml", "workers = 2", "app = 'src/x.py'");
        assertThat(trial.refusal())
                .contains("there is no file or folder FOLDER/src/x.py\n")
                .contains("where: FOLDER/krait.toml, line 2: app = 'src/x.py'\n");
    }

    @Test
    void otherFile() {
        trial.file("sub/app.wsgi");
        assertThat(trial.refusal("sub/app.wsgi")).contains("this is not a Python file: ");
    }

    @Test
    void folderWithAttribute() {
        trial.file("site/app.py");
        assertThat(trial.refusal("./site:app"))
                .contains("a folder has no attribute app\n", "name the file: ./site/app.py:app\n");
    }

    @Test
    void textThatIsNoModule() {
        assertThat(trial.refusal("my-site:app"))
                .isEqualTo(
                        """
                        krait: error: "my-site" is not the name of a Python module
                          where: command line: my-site:app
                          to do: write module:attribute, a path that ends in .py, or a folder
                        """);
        for (String text : new String[] {"a..b", ".a", "a:", ":a", "a:b c", "1a"}) {
            assertThat(new Trial(folder).refusal(text)).contains("command line: " + text);
        }
    }

    @Test
    void callOfAFactory() {
        assertThat(trial.refusal("app:create_app()"))
                .contains("an attribute is a name, and create_app() is a call\n")
                .contains("create_app and make_app are found and called");
    }

    @Test
    void linkToAFolderIsAFolder() throws Exception {
        trial.file("site/app.py");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("site"));
        assertThat(root("link")).isEqualTo(module(folder.resolve("link"), "app", ""));
    }

    private Settings.Application root(String... arguments) {
        return (Settings.Application) trial.serve(arguments).mounts().get(0);
    }

    private static Settings.Application module(Path folder, String module, String attribute) {
        return app(folder, module, "", attribute);
    }

    private static Settings.Application app(
            Path folder, String module, String file, String attribute) {
        return new Settings.Application("", folder, module, file, attribute);
    }
}
