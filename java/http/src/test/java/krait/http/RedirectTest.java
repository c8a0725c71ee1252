package krait.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import krait.base.Blame;
import krait.base.KraitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    @ParameterizedTest
    @CsvSource({
        "/old, /new, /old, /new",
        "/old, /new, /old/, /new/",
        "/old, /new/, /old/a, /new/a",
        "/old, /new, /old/a/b?c=d&e, /new/a/b?c=d&e",
        "/old, /new, /old?q, /new?q",
        "/old, /new, /old/%2e%2e/x, /new/%2e%2e/x",
        "/old, /new, /%6fld/a, /new/a",
        "/old, /new, /old//evil.example, /new//evil.example",
        "/old, /, /old/a, /a",
        "/old, /, /old, /",
        "'', https://example.org, /, https://example.org/",
        "'', https://example.org, /a?b, https://example.org/a?b",
        "'', https://example.org/base/, /a, https://example.org/base/a",
        "/a, https://example.org, /a, https://example.org",
    })
    void restOfPathAndQueryGoToTheTarget(
            String prefix, String target, String asked, String location) {
        FakeResponse response =
                FakeExchange.get(asked).through(new Redirect(prefix, target)).response();
        assertThat(response.status()).isEqualTo(308);
        assertThat(response.field("Location")).isEqualTo(location);
        assertThat(response.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/old//evil.example",
                "/old/\\evil.example",
                "/old///evil.example",
                "/old/\\/e"
            })
    void targetRootCannotBeTurnedIntoAnotherHost(String asked) {
        String location =
                FakeExchange.get(asked)
                        .through(new Redirect("/old", "/"))
                        .response()
                        .field("Location");
        assertThat(location).matches("/[^/\\\\].*");
    }

    @Test
    void hostOfTheTargetCannotBeExtended() {
        Redirect redirect = new Redirect("", "https://example.org");
        assertThat(
                        FakeExchange.get("/.evil.example")
                                .through(redirect)
                                .response()
                                .field("Location"))
                .isEqualTo("https://example.org/.evil.example");
    }

    @Test
    void octetsThatAUrlMayNotHoldAreEncoded() {
        assertThat(
                        FakeExchange.get("/old/\u00e9\u0001?\u00e9\\")
                                .through(new Redirect("/old", "/new"))
                                .response()
                                .field("Location"))
                .isEqualTo("/new/%E9%01?%E9%5C");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void statusIsAsGiven(int status) {
        FakeResponse response =
                FakeExchange.of("POST", "/old")
                        .through(new Redirect("/old", "/new", status))
                        .response();
        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void pathOutsideOfThePrefixIsNotFound() {
        assertThat(
                        FakeExchange.get("/other")
                                .through(new Redirect("/old", "/new"))
                                .response()
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new",
                "",
                "//evil.example",
                "ftp://example.org",
                "https://",
                "/new?x",
                "/new#x",
                "/n\r\new",
                "/n w",
                "/\\x",
                "javascript:alert(1)"
            })
    void unusableTargetIsAUsersMistake(String target) {
        assertThatThrownBy(() -> new Redirect("/old", target))
                .isInstanceOfSatisfying(
                        KraitException.class,
                        e -> assertThat(e.problem().blame()).isEqualTo(Blame.USER));
    }

    @Test
    void statusThatIsNoRedirectionIsAUsersMistake() {
        assertThatThrownBy(() -> new Redirect("/old", "/new", 200))
                .isInstanceOf(KraitException.class);
    }
}
