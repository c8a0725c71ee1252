package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "app.min.js, text/javascript; charset=utf-8",
        "app.mjs, text/javascript; charset=utf-8",
        "site.css, text/css; charset=utf-8",
        "README.TXT, text/plain; charset=utf-8",
        "app.js.map, application/json",
        "logo.svg, image/svg+xml",
        "photo.JPEG, image/jpeg",
        "favicon.ico, image/vnd.microsoft.icon",
        "a.woff2, font/woff2",
        "a.wasm, application/wasm",
        "feed.xml, application/xml",
        "site.webmanifest, application/manifest+json",
        "page.html.bak, application/octet-stream",
        "LICENSE, application/octet-stream",
        "name., application/octet-stream",
    })
    void endingTellsTheType(String name, String type) {
        assertThat(MediaTypes.of(name)).isEqualTo(type);
    }
}
