package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import krait.base.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing outside of a static folder, and nothing hidden in it, can be had or told apart from what
/// does not exist.
class StaticEscapeTest {
    private static final String SECRET = "SECRET";

    @TempDir Path temporary;
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectories(temporary.resolve("site/public"));
        Files.createDirectories(folder.resolve("css/deep"));
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(temporary.resolve("site/public2"));
        Files.writeString(folder.resolve("ok.txt"), "ok");
        Files.writeString(folder.resolve("css/a.css"), "ok");
        for (String secret :
                new String[] {
                    "secret.txt", "site/secret.txt", "site/public2/secret.txt",
                    "site/public/.env", "site/public/.git/config", "site/public/css/.hidden"
                }) {
            Files.writeString(temporary.resolve(secret), SECRET);
        }
    }

    private FakeResponse get(String target) {
        StaticFiles files = new StaticFiles("/s", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        return FakeExchange.get(target).through(files).response();
    }

    private void assertNotFound(String target) {
        assertThat(get(target).toString()).as(target).isEqualTo(get("/s/missing").toString());
        assertThat(get(target).status()).as(target).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/../secret.txt",
                "/s/../../secret.txt",
                "/s/css/../../secret.txt",
                "/s/css/../ok.txt",
                "/s/./ok.txt",
                "/s/css/./a.css",
                "/s/..",
                "/s/.",
                "/s/../",
                "/s/css/..",
                "/s/css/../",
                "/s/%2e%2e/secret.txt",
                "/s/%2E%2E/secret.txt",
                "/s/.%2e/secret.txt",
                "/s/%2e./secret.txt",
                "/s/%2e/ok.txt",
                "/s/..%2fsecret.txt",
                "/s/..%2Fsecret.txt",
                "/s/%2e%2e%2fsecret.txt",
                "/s%2f..%2fsecret.txt",
                "/s%2fok.txt",
                "/s/css%2fa.css",
                "/s/css%2Fa.css",
                "/s/%2fetc/passwd",
                "/s//etc/passwd",
                "/s///etc/passwd",
                "/s//ok.txt",
                "/s/css//a.css",
                "/s/css//",
                "/s/..\\secret.txt",
                "/s\\..\\secret.txt",
                "/s/css\\a.css",
                "/s/..%5csecret.txt",
                "/s/css%5ca.css",
                "/s/%5c%5chost%5cshare",
                "/s/%252e%252e/secret.txt",
                "/s/..%252fsecret.txt",
                "/s/%c0%ae%c0%ae/secret.txt",
                "/s/%c0%ae%c0%ae%c0%afsecret.txt",
                "/s/..%c0%afsecret.txt",
                "/s/%e0%80%ae%e0%80%ae/secret.txt",
                "/s/..%ef%bc%8fsecret.txt",
                "/s/%ef%bc%8e%ef%bc%8e/secret.txt",
                "/s/%u002e%u002e/secret.txt",
                "/s/ok.txt%00",
                "/s/ok.txt%00.png",
                "/s/%00",
                "/s/../secret.txt%00.txt",
                "/s/ok.txt%0a",
                "/s/ok.txt%7f",
                "/s/ok.txt%20",
                "/s/ok.txt.",
                "/s/ok.txt::$DATA",
                "/s/ok.txt;x",
                "/s/..;/secret.txt",
                "/s/%ff",
                "/s/ok%",
                "/s/%",
                "/s/%2",
                "/s/%zz",
                "/s/.env",
                "/s/%2eenv",
                "/s/.git/config",
                "/s/.git/",
                "/s/.git",
                "/s/%2egit/config",
                "/s/css/.hidden",
                "/s/css/%2ehidden",
                "/s/...",
                "/s/OK.TXT",
                "/s/Css/a.css",
                "/s/~root",
                "/s/C:/x",
                "/s/public2/secret.txt",
                "/s/../public2/secret.txt",
                "/s2/secret.txt",
            })
    void escapeIsNotFound(String target) {
        assertNotFound(target);
    }

    @Test
    void longNameOrPathIsNotFound() {
        assertNotFound("/s/" + "a".repeat(256));
        assertNotFound("/s/" + "a/".repeat(4000) + "x");
        assertNotFound("/s/" + "%61".repeat(5000));
    }

    @Test
    void anyMixOfTrickyPiecesShowsNothingSecret() {
        String[] pieces = {
            "..",
            ".",
            "/",
            "%2f",
            "%2e",
            "\\",
            "%5c",
            "%00",
            "css",
            "secret.txt",
            "ok.txt",
            "public",
            ".env",
            "%c0%ae",
            "%",
            ";",
            "public2",
            "a.css",
            ".git",
            "config",
            "//",
        };
        Random random = new Random(7);
        List<String> served = new ArrayList<>();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder target = new StringBuilder("/s/");
            for (int i = random.nextInt(7); i >= 0; i--) {
                target.append(pieces[random.nextInt(pieces.length)]);
            }
            FakeResponse response = get(target.toString());
            assertThat(new String(response.body(), ISO_8859_1))
                    .as(target.toString())
                    .doesNotContain(SECRET);
            if (response.status() == 200) {
                served.add(target.toString());
            }
        }
        assertThat(served).contains("/s/ok.txt").allMatch(target -> target.matches("/s/[a-z./]+"));
    }

    @Test
    void linkThatLeadsOutIsNotFound() throws IOException {
        link("out.txt", temporary.resolve("secret.txt"));
        link("up.txt", Path.of("../secret.txt"));
        link("etc", Path.of("/etc"));
        link("sibling", Path.of("../public2"));
        link("parent", Path.of(".."));
        link("chain", Path.of("up.txt"));
        link("broken", Path.of("nowhere"));
        link("loop", Path.of("loop"));
        for (String name :
                new String[] {
                    "out.txt",
                    "up.txt",
                    "etc/passwd",
                    "etc",
                    "etc/",
                    "sibling/secret.txt",
                    "parent/secret.txt",
                    "parent/public/ok.txt",
                    "chain",
                    "broken",
                    "loop"
                }) {
            assertNotFound("/s/" + name);
        }
    }

    @Test
    void linkThatStaysInTheFolderIsFollowed() throws IOException {
        link("alias.css", Path.of("css/a.css"));
        link("styles", Path.of("css"));
        link(".data", Path.of("css"));
        link("mounted.css", Path.of(".data/a.css"));
        assertThat(get("/s/alias.css").status()).isEqualTo(200);
        assertThat(get("/s/alias.css").field("Content-Type")).startsWith("text/css");
        assertThat(get("/s/styles/a.css").status()).isEqualTo(200);
        assertThat(get("/s/mounted.css").status()).isEqualTo(200);
        assertNotFound("/s/.data/a.css");
    }

    @Test
    void indexAndSiblingThatLeadOutAreNotServed() throws IOException {
        link("css/index.html", temporary.resolve("secret.txt"));
        assertNotFound("/s/css/");
        assertNotFound("/s/css");
        link("ok.txt.gz", temporary.resolve("secret.txt"));
        StaticFiles files = new StaticFiles("/s", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        FakeResponse response =
                FakeExchange.get("/s/ok.txt", "Accept-Encoding", "gzip").through(files).response();
        assertThat(new String(response.body(), ISO_8859_1)).isEqualTo("ok");
        assertThat(response.field("Content-Encoding")).isEmpty();
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    @Test
    void specialFileIsNotFoundAndNotWaitedFor() throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
        link("null", Path.of("/dev/null"));
        assertNotFound("/s/fifo");
        assertNotFound("/s/null");
        Files.move(fifo, folder.resolve("ok.txt.gz"));
        StaticFiles files = new StaticFiles("/s", folder, StaticCaching.DEFAULT, Clock.SYSTEM);
        assertThat(
                        FakeExchange.get("/s/ok.txt", "Accept-Encoding", "gzip")
                                .through(files)
                                .response()
                                .status())
                .isEqualTo(200);
    }

    /// Linux lets nobody open this file for reading, not even root.
    @Test
    void unreadableFileIsNotFoundByAnyMethod() {
        Path kernel = Path.of("/proc/sys/vm");
        assumeThat(kernel.resolve("compact_memory")).isRegularFile();
        StaticFiles files = new StaticFiles("/s", kernel, StaticCaching.DEFAULT, Clock.SYSTEM);
        for (String method : new String[] {"GET", "HEAD"}) {
            FakeResponse response =
                    FakeExchange.of(method, "/s/compact_memory").through(files).response();
            assertThat(response.status()).as(method).isEqualTo(404);
        }
        FakeResponse readable =
                FakeExchange.of("HEAD", "/s/overcommit_memory").through(files).response();
        assertThat(readable.status()).isEqualTo(200);
    }
}
