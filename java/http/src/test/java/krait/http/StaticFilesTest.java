package krait.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.KraitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    private static final Instant CHANGED = Instant.parse("2026-03-04T12:00:00.250Z");
    private static final String LAST_MODIFIED = "Wed, 04 Mar 2026 12:00:00 GMT";
    private static final String TEN = "0123456789";

    /// An hour after the files changed; a test may turn it.
    private static final class SetClock implements Clock {
        Instant now = CHANGED.plusSeconds(3600);
        long nanos;

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public Instant now() {
            return now;
        }
    }

    @TempDir Path folder;
    private final SetClock clock = new SetClock();

    @BeforeEach
    void files() throws IOException {
        write("ten.txt", TEN);
        write("empty.css", "");
        write("docs/index.html", "<p>docs");
        write("bare/x.txt", "x");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
        return file;
    }

    private StaticFiles files(String prefix) {
        return new StaticFiles(prefix, folder, StaticCaching.DEFAULT, clock);
    }

    private FakeResponse get(String target, String... fields) {
        return FakeExchange.get(target, fields).through(files("/s")).response();
    }

    private static String body(FakeResponse response) {
        return new String(response.body(), UTF_8);
    }

    @Test
    void fileIsSentWholeWithItsFields() {
        FakeResponse response = get("/s/ten.txt");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.fields())
                .containsExactlyInAnyOrder(
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Length: 10",
                        "ETag: " + response.field("ETag"),
                        "Last-Modified: " + LAST_MODIFIED,
                        "Cache-Control: public, max-age=0",
                        "Accept-Ranges: bytes",
                        "X-Content-Type-Options: nosniff");
        assertThat(response.field("ETag")).matches("\"[0-9a-f.-]+\"");
        assertThat(body(response)).isEqualTo(TEN);
    }

    @Test
    void fileBeyondSixteenKilobytesGoesByFile() throws IOException {
        write("copied.bin", "x".repeat(16 * 1024));
        write("large.bin", "x".repeat(16 * 1024 + 1));
        FakeResponse copied = get("/s/copied.bin");
        FakeResponse large = get("/s/large.bin");
        assertThat(copied.sentFile()).isFalse();
        assertThat(copied.body()).hasSize(16 * 1024);
        assertThat(large.sentFile()).isTrue();
        assertThat(large.body()).hasSize(16 * 1024 + 1);
        assertThat(large.field("Content-Length")).isEqualTo("16385");
    }

    @Test
    void headHasTheFieldsOfGetWithoutABody() {
        FakeResponse get = get("/s/ten.txt");
        FakeResponse head = FakeExchange.of("HEAD", "/s/ten.txt").through(files("/s")).response();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.fields()).isEqualTo(get.fields());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void headIgnoresRange() {
        FakeResponse head =
                FakeExchange.of("HEAD", "/s/ten.txt", "Range", "bytes=0-1")
                        .through(files("/s"))
                        .response();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("Content-Length")).isEqualTo("10");
    }

    @Test
    void emptyFileIsSent() {
        FakeResponse response = get("/s/empty.css");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.field("Content-Length")).isEqualTo("0");
        assertThat(response.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE"})
    void otherMethodIsRefusedWhetherOrNotTheFileExists(String method) {
        for (String target : new String[] {"/s/ten.txt", "/s/missing", "/s/../x"}) {
            FakeResponse response = FakeExchange.of(method, target).through(files("/s")).response();
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.field("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    void rootMountServesItsIndex() throws IOException {
        write("index.html", "<p>root");
        FakeResponse response = FakeExchange.get("/").through(files("")).response();
        assertThat(body(response)).isEqualTo("<p>root");
        assertThat(response.field("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "/s/docs/, 200, ''",
        "/s/docs/index.html, 200, ''",
        "/s/docs, 301, /s/docs/",
        "/s/docs?a=b&c, 301, /s/docs/?a=b&c",
        "/s/d%6fcs, 301, /s/docs/",
        "/%73/docs, 301, /s/docs/",
        "/s/bare, 404, ''",
        "/s/bare/, 404, ''",
        "/s, 404, ''",
        "/s/, 404, ''",
        "/s/ten.txt/, 404, ''",
        "/s/docs/index.html/, 404, ''",
        "/s/ten.txt/x, 404, ''",
        "/other/ten.txt, 404, ''",
        "/sten.txt, 404, ''",
    })
    void folderIsServedByItsIndexBehindASlash(String target, int status, String location) {
        FakeResponse response = get(target);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.field("Location")).isEqualTo(location);
    }

    @Test
    void redirectionToTheSlashEncodesTheName() throws IOException {
        write("a b%é/index.html", "x");
        assertThat(get("/s/a%20b%25%C3%A9").field("Location")).isEqualTo("/s/a%20b%25%C3%A9/");
    }

    @Test
    void folderNamedLikeAnIndexIsNotServed() throws IOException {
        write("odd/index.html/x", "x");
        assertThat(get("/s/odd/").status()).isEqualTo(404);
        assertThat(get("/s/odd/index.html").status()).isEqualTo(404);
    }

    @Test
    void nameInUtf8IsServed() throws IOException {
        write("größe 漢.txt", "ok");
        assertThat(body(get("/s/gr%C3%B6%C3%9Fe%20%E6%BC%A2.txt"))).isEqualTo("ok");
        assertThat(body(get("/s/gr\u00c3\u00b6\u00c3\u009fe%20\u00e6\u00bc\u00a2.txt")))
                .isEqualTo("ok");
    }

    @Test
    void wellKnownIsTheOneHiddenNameThatIsServed() throws IOException {
        write(".well-known/security.txt", "ok");
        write("docs/.well-known/security.txt", "hidden");
        assertThat(body(get("/s/.well-known/security.txt"))).isEqualTo("ok");
        assertThat(get("/s/docs/.well-known/security.txt").status()).isEqualTo(404);
        assertThat(get("/s/.well-knowns").status()).isEqualTo(404);
    }

    @Test
    void knownTagIsAnsweredWithNotModified() {
        String etag = get("/s/ten.txt").field("ETag");
        FakeResponse response = get("/s/ten.txt", "If-None-Match", etag);
        assertThat(response.status()).isEqualTo(304);
        assertThat(response.fields())
                .containsExactlyInAnyOrder(
                        "ETag: " + etag,
                        "Last-Modified: " + LAST_MODIFIED,
                        "Cache-Control: public, max-age=0");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void knownDateIsAnsweredWithNotModified() {
        assertThat(get("/s/ten.txt", "If-Modified-Since", LAST_MODIFIED).status()).isEqualTo(304);
    }

    @Test
    void tagOfAnotherVersionFailsIfMatch() {
        assertThat(get("/s/ten.txt", "If-Match", "\"x\"").status()).isEqualTo(412);
    }

    @Test
    void preconditionDoesNotTellWhatExists() {
        assertThat(get("/s/missing", "If-None-Match", "*").status()).isEqualTo(404);
        assertThat(get("/s/missing", "If-Match", "*").status()).isEqualTo(404);
        assertThat(get("/s/missing", "Range", "bytes=0-1").status()).isEqualTo(404);
    }

    @Test
    void tagChangesWithTimeAndSize() throws IOException {
        String etag = get("/s/ten.txt").field("ETag");
        Path file = write("ten.txt", "0123456780");
        assertThat(get("/s/ten.txt").field("ETag")).isEqualTo(etag);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED.plusMillis(1)));
        assertThat(get("/s/ten.txt").field("ETag")).isNotEqualTo(etag);
        write("ten.txt", "01234567891");
        assertThat(get("/s/ten.txt").field("ETag")).isNotEqualTo(etag);
    }

    @Test
    void tagIsWeakUntilTheFileHasSettled() {
        clock.now = CHANGED.plusSeconds(1);
        String weak = get("/s/ten.txt").field("ETag");
        assertThat(weak).startsWith("W/\"");
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "If-Range", weak).status())
                .isEqualTo(200);
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "If-Range", LAST_MODIFIED).status())
                .isEqualTo(200);
        clock.now = CHANGED.plusSeconds(3);
        assertThat(get("/s/ten.txt").field("ETag")).isEqualTo(weak.substring(2));
        assertThat(get("/s/ten.txt", "If-None-Match", weak).status()).isEqualTo(304);
    }

    @Test
    void lastModifiedIsNeverInTheFuture() {
        clock.now = CHANGED.minusSeconds(60);
        assertThat(get("/s/ten.txt").field("Last-Modified"))
                .isEqualTo("Wed, 04 Mar 2026 11:59:00 GMT");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=8-, 89, bytes 8-9/10",
        "bytes=0-99, 0123456789, bytes 0-9/10",
        "'bytes=20-,1-1', 1, bytes 1-1/10",
    })
    void singleRangeIsSentAsPartialContent(String range, String part, String contentRange) {
        FakeResponse response = get("/s/ten.txt", "Range", range);
        assertThat(response.status()).isEqualTo(206);
        assertThat(body(response)).isEqualTo(part);
        assertThat(response.field("Content-Range")).isEqualTo(contentRange);
        assertThat(response.field("Content-Length")).isEqualTo(Integer.toString(part.length()));
        assertThat(response.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.field("ETag")).isNotEmpty();
    }

    @Test
    void rangeBehindTheEndIsNotSatisfiable() {
        FakeResponse response = get("/s/ten.txt", "Range", "bytes=10-");
        assertThat(response.status()).isEqualTo(416);
        assertThat(response.field("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void malformedRangeIsIgnored() {
        assertThat(get("/s/ten.txt", "Range", "bytes=4-2").status()).isEqualTo(200);
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "Range", "bytes=2-3").status())
                .isEqualTo(200);
    }

    @Test
    void ifRangeOfAnotherVersionGetsTheWhole() {
        String etag = get("/s/ten.txt").field("ETag");
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "If-Range", etag).status())
                .isEqualTo(206);
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "If-Range", LAST_MODIFIED).status())
                .isEqualTo(206);
        assertThat(get("/s/ten.txt", "Range", "bytes=0-1", "If-Range", "\"x\"").status())
                .isEqualTo(200);
        assertThat(get("/s/ten.txt", "Range", "bytes=90-", "If-Range", "\"x\"").status())
                .isEqualTo(200);
    }

    @Test
    void severalRangesAreSentAsMultipart() {
        FakeResponse response = get("/s/ten.txt", "Range", "bytes=0-1,-2");
        assertThat(response.status()).isEqualTo(206);
        assertThat(response.field("Content-Range")).isEmpty();
        String type = response.field("Content-Type");
        assertThat(type).matches("multipart/byteranges; boundary=[0-9a-f]{32}");
        String boundary = type.substring(type.indexOf('=') + 1);
        String expected =
                """

                --B
                Content-Type: text/plain; charset=utf-8
                Content-Range: bytes 0-1/10

                01
                --B
                Content-Type: text/plain; charset=utf-8
                Content-Range: bytes 8-9/10

                89
                --B--
                """
                        .replace("--B", "--" + boundary)
                        .replace("\n", "\r\n");
        assertThat(body(response)).isEqualTo(expected);
        assertThat(response.field("Content-Length"))
                .isEqualTo(Integer.toString(expected.getBytes(US_ASCII).length));
    }

    @Test
    void overlappingRangesGetTheWholeOnce() {
        FakeResponse response = get("/s/ten.txt", "Range", "bytes=0-,0-,0-,0-");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, br', br, BR",
        "gzip, gzip, GZ",
        "'br;q=0.1, gzip', gzip, GZ",
        "identity, '', body{}",
        "'', '', body{}",
        "'gzip;q=0, br;q=0', '', body{}",
    })
    void precompressedSiblingIsSentWhereAccepted(String accepted, String coding, String text)
            throws IOException {
        write("a.css", "body{}");
        write("a.css.br", "BR");
        write("a.css.gz", "GZ");
        FakeResponse response = get("/s/a.css", "Accept-Encoding", accepted);
        assertThat(body(response)).isEqualTo(text);
        assertThat(response.field("Content-Encoding")).isEqualTo(coding);
        assertThat(response.field("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.field("Content-Type")).isEqualTo("text/css; charset=utf-8");
        String etag = response.field("ETag");
        FakeResponse again = get("/s/a.css", "Accept-Encoding", accepted, "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.field("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void codingsHaveDifferentTagsEvenOfEqualTimeAndSize() throws IOException {
        write("a.css", "01");
        write("a.css.br", "BR");
        write("a.css.gz", "GZ");
        assertThat(
                        Stream.of("identity", "br", "gzip")
                                .map(coding -> get("/s/a.css", "Accept-Encoding", coding))
                                .map(response -> response.field("ETag")))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyExistingSiblingIsSent() throws IOException {
        write("a.css", "body{}");
        write("a.css.gz", "GZ");
        assertThat(body(get("/s/a.css", "Accept-Encoding", "br, gzip;q=0.1"))).isEqualTo("GZ");
        assertThat(get("/s/a.css", "Accept-Encoding", "br").field("Content-Encoding")).isEmpty();
        assertThat(get("/s/ten.txt", "Accept-Encoding", "gzip").field("Vary")).isEmpty();
    }

    @Test
    void siblingIsNotServedWithoutItsFile() throws IOException {
        write("gone.css.gz", "GZ");
        assertThat(get("/s/gone.css", "Accept-Encoding", "gzip").status()).isEqualTo(404);
        FakeResponse direct = get("/s/gone.css.gz");
        assertThat(direct.field("Content-Type")).isEqualTo("application/gzip");
        assertThat(direct.field("Content-Encoding")).isEmpty();
    }

    @Test
    void siblingOfAnEarlierVersionIsNotSent() throws IOException {
        write("a.css", "body{}");
        Path sibling = write("a.css.gz", "GZ");
        Files.setLastModifiedTime(sibling, FileTime.from(CHANGED.minusSeconds(59)));
        assertThat(body(get("/s/a.css", "Accept-Encoding", "gzip"))).isEqualTo("GZ");
        Files.setLastModifiedTime(sibling, FileTime.from(CHANGED.minusSeconds(61)));
        assertThat(body(get("/s/a.css", "Accept-Encoding", "gzip"))).isEqualTo("body{}");
    }

    @Test
    void rangeOfACodingCountsItsBytes() throws IOException {
        write("a.css", "body{}");
        write("a.css.gz", "0123");
        FakeResponse response = get("/s/a.css", "Accept-Encoding", "gzip", "Range", "bytes=1-9");
        assertThat(body(response)).isEqualTo("123");
        assertThat(response.field("Content-Range")).isEqualTo("bytes 1-3/4");
        assertThat(response.field("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @CsvSource({
        "app.55e7cbb9ba48.js, true",
        "app.155e7cbb9ba4.min.css, true",
        "app.55e7cbb9ba4.js, false",
        "app.202603041200.csv, false",
        "55e7cbb9ba48.js, false",
        "app-55e7cbb9ba48.js, false",
    })
    void nameWithAHashIsImmutable(String name, boolean immutable) throws IOException {
        write(name, "x");
        assertThat(get("/s/" + name).field("Cache-Control"))
                .isEqualTo(
                        immutable ? "public, max-age=315360000, immutable" : "public, max-age=0");
    }

    @Test
    void cacheControlIsAsConfigured() {
        StaticFiles files =
                new StaticFiles(
                        "/s",
                        folder,
                        new StaticCaching("", "private", Pattern.compile("^ten")),
                        clock);
        assertThat(FakeExchange.get("/s/ten.txt").through(files).response().field("Cache-Control"))
                .isEqualTo("private");
        assertThat(FakeExchange.get("/s/empty.css").through(files).response().fields())
                .noneMatch(field -> field.startsWith("Cache-Control"));
    }

    @Test
    void folderThatIsALinkIsFollowedAnewAfterASecond(@TempDir Path releases) throws IOException {
        for (String release : new String[] {"one", "two"}) {
            Files.createDirectory(releases.resolve(release));
            Files.writeString(releases.resolve(release).resolve("v.txt"), release);
        }
        Path current = releases.resolve("current");
        Files.createSymbolicLink(current, Path.of("one"));
        StaticFiles files = new StaticFiles("", current, StaticCaching.DEFAULT, clock);
        assertThat(body(FakeExchange.get("/v.txt").through(files).response())).isEqualTo("one");
        Files.delete(current);
        Files.createSymbolicLink(current, Path.of("two"));
        clock.nanos += 1_000_000_001;
        assertThat(body(FakeExchange.get("/v.txt").through(files).response())).isEqualTo("two");
    }

    @Test
    void missingFolderIsAUsersMistake() {
        for (String name : new String[] {"missing", "ten.txt"}) {
            assertThatThrownBy(() ->
                            new StaticFiles(
                                    "/s", folder.resolve(name), StaticCaching.DEFAULT, clock))
                    .isInstanceOfSatisfying(
                            KraitException.class,
                            e -> {
                                assertThat(e.problem().blame()).isEqualTo(Blame.USER);
                                assertThat(e.problem().where()).endsWith(name);
                            });
        }
    }
}
