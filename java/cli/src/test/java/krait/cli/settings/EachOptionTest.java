package krait.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import krait.base.Limits;
import krait.base.Log;
import krait.cli.Trial;
import krait.cli.config.Option;
import krait.cli.config.ServeOptions;
import krait.server.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every option of the table, from every source, reaches the settings.
final class EachOptionTest {
    @TempDir Path folder;

    /// @param toml value in krait.toml; a table begins with `{`
    record Case(
            Option<?> option,
            String text,
            String toml,
            Object expected,
            Function<Settings, Object> of) {
        @Override
        public String toString() {
            return option.name();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(options(), answers(), limits()).flatMap(each -> each);
    }

    private static Stream<Case> answers() {
        return Stream.of(
                of(
                        ServeOptions.TRANSPORT,
                        "io_uring",
                        "'io_uring'",
                        Settings.Transport.IO_URING,
                        Settings::transport),
                of(
                        ServeOptions.COMPRESS,
                        "auto",
                        "'auto'",
                        Settings.Compress.AUTO,
                        Settings::compress),
                of(
                        ServeOptions.COMPRESS_BYTES_MIN,
                        "2KiB",
                        "'2KiB'",
                        2048L,
                        Settings::compressBytesMin),
                of(
                        ServeOptions.STATIC_CACHE_CONTROL,
                        "max-age=5, public",
                        "'max-age=5, public'",
                        "max-age=5, public",
                        s -> folder(s).cacheControl()));
    }

    private static Stream<Case> options() {
        return Stream.of(
                of(ServeOptions.WORKERS, "3", "3", 3, Settings::workers),
                of(ServeOptions.THREADS, "8", "8", 8, Settings::threads),
                of(ServeOptions.LOOPS, "2", "2", 2, Settings::loops),
                of(ServeOptions.HOST, "0.0.0.0", "'0.0.0.0'", tcp("0.0.0.0:8000"), Settings::binds),
                of(ServeOptions.PORT, "0", "0", tcp("127.0.0.1:0"), Settings::binds),
                of(
                        ServeOptions.METRICS,
                        "h:9100",
                        "'h:9100'",
                        "tcp://h:9100",
                        s -> s.metrics().map(URI::toString).orElse("")),
                of(ServeOptions.BIND, "h:1", "['h:1']", tcp("h:1"), Settings::binds),
                of(
                        ServeOptions.MODEL,
                        "threads",
                        "'threads'",
                        Settings.Model.THREADS,
                        Settings::model),
                of(
                        ServeOptions.INTERFACE,
                        "wsgi",
                        "'wsgi'",
                        Settings.Interface.WSGI,
                        Settings::callingConvention),
                of(
                        ServeOptions.PYTHON,
                        "python3.12",
                        "'python3.12'",
                        "python3.12",
                        Settings::python),
                of(ServeOptions.ENV, "A=1", "{A='1'}", Map.of("A", "1"), Settings::environment),
                of(
                        ServeOptions.FORWARDED_ALLOW_IPS,
                        "10.0.0.1",
                        "'10.0.0.1'",
                        List.of("10.0.0.1"),
                        Settings::forwardedAllowIps),
                of(ServeOptions.ACCESS_LOG, "true", "true", true, Settings::accessLog),
                of(ServeOptions.LOG_FORMAT, "json", "'json'", Log.Format.JSON, Settings::logFormat),
                of(
                        ServeOptions.LOG_LEVEL,
                        "warning",
                        "'warning'",
                        Log.Level.WARNING,
                        Settings::logLevel),
                of(ServeOptions.RELOAD, "true", "true", true, Settings::reload),
                of(ServeOptions.DEBUG, "true", "true", true, Settings::debug),
                of(ServeOptions.APP, "m:a", "'m:a'", "m:a", s -> root(s).module() + ":a"),
                of(ServeOptions.CHDIR, "sub", "'sub'", "sub", s -> name(root(s).folder())),
                of(ServeOptions.MOUNT, "/x=m", "{'/x'='m'}", "/x", s -> s.mounts().get(0).prefix()),
                of(
                        ServeOptions.STATIC,
                        "/s=sub",
                        "{'/s'='sub'}",
                        "/s",
                        s -> s.mounts().get(0).prefix()));
    }

    private static Stream<Case> limits() {
        return Stream.of(
                limit(
                        ServeOptions.HEADER_BYTES_MAX,
                        "1KiB",
                        "'1KiB'",
                        1024,
                        Limits::headerBytesMax),
                limit(ServeOptions.HEADERS_MAX, "7", "7", 7, Limits::headersMax),
                limit(ServeOptions.TARGET_BYTES_MAX, "2KB", "2000", 2000, Limits::targetBytesMax),
                limit(
                        ServeOptions.BODY_BYTES_MAX,
                        "1MB",
                        "'1MB'",
                        1_000_000L,
                        Limits::bodyBytesMax),
                limit(ServeOptions.HEADER_TIMEOUT, "3s", "'3s'", ms(3000), Limits::headerTimeout),
                limit(
                        ServeOptions.BODY_IDLE_TIMEOUT,
                        "4s",
                        "'4s'",
                        ms(4000),
                        Limits::bodyIdleTimeout),
                limit(
                        ServeOptions.KEEP_ALIVE_TIMEOUT,
                        "5ms",
                        "'5ms'",
                        ms(5),
                        Limits::keepAliveTimeout),
                limit(ServeOptions.QUEUE_DEPTH_MAX, "9", "9", 9, Limits::queueDepthMax),
                limit(ServeOptions.QUEUE_WAIT_MAX, "1m", "'1m'", ms(60_000), Limits::queueWaitMax),
                limit(ServeOptions.REQUEST_TIMEOUT, "0", "0", ms(0), Limits::requestTimeout),
                limit(ServeOptions.START_TIMEOUT, "6s", "'6s'", ms(6000), Limits::startTimeout),
                limit(ServeOptions.STOP_TIMEOUT, "8s", "'8s'", ms(8000), Limits::stopTimeout),
                limit(ServeOptions.CONNECTIONS_MAX, "10", "10", 10, Limits::connectionsMax));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void flag(Case one) {
        boolean isSwitch = one.option().label().isEmpty();
        if (one.option().equals(ServeOptions.APP)) {
            check(one, trial().serve(one.text()));
        } else if (isSwitch) {
            check(one, trial().serve(one.option().flag()));
        } else {
            check(one, trial().serve(one.option().flag(), one.text()));
            check(one, trial().serve(one.option().flag() + "=" + one.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void variable(Case one) {
        check(one, trial().variable(one.option().variable(), one.text()).serve());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void file(Case one) {
        check(one, trial().file("krait.toml", one.option().key() + " = " + one.toml()).serve());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void defaultIsAnotherValue(Case one) {
        assertThat(one.of().apply(defaults())).isNotEqualTo(one.expected());
    }

    @Test
    void everyOptionButTheFileItselfHasACase() {
        Set<String> names = new HashSet<>();
        cases().forEach(one -> names.add(one.option().name()));
        List<String> missing = new ArrayList<>();
        for (Option<?> option : ServeOptions.ALL) {
            if (!names.contains(option.name())) {
                missing.add(option.name());
            }
        }
        assertThat(missing).containsExactly("config");
    }

    @Test
    void everyLimitHasAnOptionOfItsNameAndDefault() throws ReflectiveOperationException {
        assertThat(defaults().limits()).isEqualTo(Limits.DEFAULTS);
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            String name = kebab(limit.getName());
            assertThat(ServeOptions.ALL).as(name).anyMatch(o -> o.key().equals(name));
        }
    }

    private Settings defaults() {
        return trial().file("wsgi.py").serve("--static", "/other=other", "--mount", "/o=m");
    }

    private Trial trial() {
        return new Trial(folder)
                .file("wsgi.py")
                .file("sub/wsgi.py")
                .file("other/x")
                .variable("KRAIT_STATIC", "/s=sub");
    }

    private static void check(Case one, Settings settings) {
        assertThat(one.of().apply(settings)).isEqualTo(one.expected());
    }

    private static <T> Case of(
            Option<T> option,
            String text,
            String toml,
            Object expected,
            Function<Settings, Object> of) {
        return new Case(option, text, toml, expected, of);
    }

    private static Case limit(
            Option<?> option,
            String text,
            String toml,
            Object expected,
            Function<Limits, Object> of) {
        return new Case(option, text, toml, expected, s -> of.apply(s.limits()));
    }

    private static List<URI> tcp(String address) {
        return List.of(URI.create("tcp://" + address));
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Settings.Application root(Settings settings) {
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Settings.Application app && app.prefix().isEmpty()) {
                return app;
            }
        }
        throw new AssertionError(settings.mounts());
    }

    /// The one that [#trial] always has, or the one that the defaults have.
    private static Settings.Static folder(Settings settings) {
        for (Settings.Mount mount : settings.mounts()) {
            if (mount instanceof Settings.Static folder) {
                return folder;
            }
        }
        return new Settings.Static("", Path.of(""), "");
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static String kebab(String camel) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                text.append('-');
            }
            text.append(Character.toLowerCase(c));
        }
        return text.toString();
    }
}
