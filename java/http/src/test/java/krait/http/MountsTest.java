package krait.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import krait.base.Blame;
import krait.base.KraitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {
    private static Mounts mounts(String... prefixes) {
        List<Mounts.Mount> mounts = new ArrayList<>();
        for (String prefix : prefixes) {
            byte[] name = ("at:" + prefix).getBytes(StandardCharsets.UTF_8);
            mounts.add(
                    new Mounts.Mount(
                            prefix,
                            exchange -> {
                                exchange.response().status(200);
                                exchange.response().end(name, 0, name.length);
                            }));
        }
        return new Mounts(mounts);
    }

    private static String answer(Mounts mounts, String target) {
        FakeResponse response = FakeExchange.get(target).through(mounts).response();
        return response.status() == 200
                ? new String(response.body(), StandardCharsets.UTF_8)
                : Integer.toString(response.status());
    }

    @ParameterizedTest
    @CsvSource({
        "/, at:",
        "/x, at:",
        "/static, at:/static",
        "/static/, at:/static",
        "/static/x?y, at:/static",
        "/static?/x, at:/static",
        "/staticx, at:",
        "/stati, at:",
        "/Static/x, at:",
        "/static/css, at:/static/css",
        "/static/css/x, at:/static/css",
        "/static/cssx, at:/static",
        "/%73tatic/x, at:/static",
        "/static%2fcss, at:/static/css",
        "//static/x, at:",
        "/x/static, at:",
        "/caf%C3%A9/x, at:/café",
        "/caf%c3%a9, at:/café",
        "/caf%E9, at:",
    })
    void longestPrefixOnASegmentBoundaryTakesTheExchange(String target, String answer) {
        Mounts mounts = mounts("/static", "", "/static/css", "/café");
        assertThat(answer(mounts, target)).isEqualTo(answer);
    }

    @Test
    void rootAloneTakesEverything() {
        assertThat(answer(mounts(""), "/x/y")).isEqualTo("at:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api2", "/x/api"})
    void pathThatNoPrefixHoldsIsNotFound(String target) {
        assertThat(answer(mounts("/api"), target)).isEqualTo("404");
        assertThat(answer(mounts(), target)).isEqualTo("404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "/", "/static/"})
    void malformedPrefixIsAUsersMistake(String prefix) {
        assertThatThrownBy(() -> mounts(prefix))
                .isInstanceOfSatisfying(
                        KraitException.class,
                        e -> assertThat(e.problem().blame()).isEqualTo(Blame.USER));
    }

    @Test
    void prefixGivenTwiceIsAUsersMistake() {
        assertThatThrownBy(() -> mounts("/a", "", "/a"))
                .isInstanceOfSatisfying(
                        KraitException.class, e -> assertThat(e.problem().what()).contains("'/a'"));
    }
}
