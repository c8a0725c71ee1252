package krait.cli.config;

import static krait.base.Limits.DEFAULTS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import krait.base.Log;
import krait.cli.config.Option.Group;
import krait.server.Settings;

/// The table of options of `krait serve` and `krait check`. Flags, krait.toml, environment, help
/// and docs/reference/configuration.md are all derived from it.
public final class ServeOptions {
    private static final Origin BUILT_IN =
            new Origin(Source.DEFAULT, "default", "default", java.nio.file.Path.of(""));
    private static final Located NOTHING = new Located("", BUILT_IN);

    public static final Option<Located> APP =
            of(
                    "app",
                    "APP",
                    new Types.Place("an application"),
                    NOTHING,
                    Group.APPLICATION,
                    "module:attribute, module, file.py[:attribute] or folder");

    public static final Option<Located> CONFIG =
            new Option<>(
                    "config",
                    "",
                    "FILE",
                    new Types.Place("a file"),
                    NOTHING,
                    Group.APPLICATION,
                    "configuration file instead of krait.toml in the application's folder");

    public static final Option<Located> CHDIR =
            of(
                    "chdir",
                    "FOLDER",
                    new Types.Place("a folder"),
                    NOTHING,
                    Group.APPLICATION,
                    "working directory of the application, first on sys.path");

    public static final Option<Located> PYTHON =
            of(
                    "python",
                    "PATH",
                    new Types.Place("an interpreter"),
                    NOTHING,
                    Group.APPLICATION,
                    "interpreter, else VIRTUAL_ENV, .venv beside the application, python3");

    public static final Option<Settings.Interface> INTERFACE =
            of(
                    "interface",
                    "NAME",
                    new Types.Choice<>(
                            List.of(Settings.Interface.values()), List.of("asgi", "cgi")),
                    Settings.Interface.AUTO,
                    Group.APPLICATION,
                    "how the application is called; auto compiles a krait.App");

    public static final Option<Map<String, Located>> ENV =
            of(
                    "env",
                    "NAME=VALUE",
                    new Types.Pairs("NAME=VALUE"),
                    Map.of(),
                    Group.APPLICATION,
                    "adds to the environment of the application; repeatable");

    public static final Option<Map<String, Located>> MOUNT =
            of(
                    "mount",
                    "PREFIX=APP",
                    new Types.Pairs("PREFIX=APP, such as /api=api.wsgi"),
                    Map.of(),
                    Group.APPLICATION,
                    "serves one more application under a prefix; repeatable");

    public static final Option<Map<String, Located>> STATIC =
            of(
                    "static",
                    "PREFIX=FOLDER",
                    new Types.Pairs("PREFIX=FOLDER, such as /assets=./assets"),
                    Map.of(),
                    Group.APPLICATION,
                    "serves a folder's files under a prefix; repeatable");

    public static final Option<Map<String, Located>> STATIC_CACHE_CONTROL =
            of(
                    "static-cache-control",
                    "[PREFIX=]TEXT",
                    new Types.ForEachPrefix(),
                    Map.of(),
                    Group.ANSWERS,
                    "Cache-Control of static files whose names hold no hash");

    public static final Option<List<Located>> BIND =
            of(
                    "bind",
                    "HOST:PORT",
                    new Types.Texts("HOST:PORT or unix:PATH"),
                    List.of(),
                    Group.ADDRESS,
                    "address to listen on, or unix:PATH; repeatable");

    public static final Option<String> HOST =
            of(
                    "host",
                    "HOST",
                    new Types.Host(),
                    "127.0.0.1",
                    Group.ADDRESS,
                    "address when --bind is not given");

    public static final Option<Integer> PORT =
            of(
                    "port",
                    "PORT",
                    new Types.Count(0, 65_535, false),
                    8000,
                    Group.ADDRESS,
                    "port when --bind is not given; 0 picks a free one");

    public static final Option<List<Located>> FORWARDED_ALLOW_IPS =
            of(
                    "forwarded-allow-ips",
                    "LIST",
                    new Types.Texts("addresses, networks, unix or *"),
                    List.of(
                            new Located("127.0.0.1", BUILT_IN),
                            new Located("::1", BUILT_IN),
                            new Located("unix", BUILT_IN)),
                    Group.ADDRESS,
                    "proxies whose forwarded headers count; * is all");

    public static final Option<Located> METRICS =
            of(
                    "metrics",
                    "HOST:PORT",
                    new Types.Place("HOST:PORT or unix:PATH"),
                    NOTHING,
                    Group.ADDRESS,
                    "address, or unix:PATH, of /metrics for Prometheus; off when not given");

    public static final Option<Integer> LOOPS =
            of(
                    "loops",
                    "N|auto",
                    new Types.Count(1, 1024, true),
                    0,
                    Group.ADDRESS,
                    "event loops of the server; auto is one for every two cores");

    public static final Option<Settings.Transport> TRANSPORT =
            of(
                    "transport",
                    "NAME",
                    new Types.Choice<>(List.of(Settings.Transport.values()), List.of()),
                    Settings.Transport.AUTO,
                    Group.ADDRESS,
                    "how event loops wait: auto, epoll, io_uring or nio");

    public static final Option<Settings.Compress> COMPRESS =
            of(
                    "compress",
                    "NAME",
                    new Types.Choice<>(List.of(Settings.Compress.values()), List.of()),
                    Settings.Compress.OFF,
                    Group.ANSWERS,
                    "off, or auto: gzip for text, where the client accepts it");

    public static final Option<Long> COMPRESS_BYTES_MIN =
            of(
                    "compress-bytes-min",
                    "SIZE",
                    new Types.Size(Integer.MAX_VALUE, false),
                    1024L,
                    Group.ANSWERS,
                    "shortest body that is compressed");

    public static final Option<Integer> WORKERS =
            of(
                    "workers",
                    "N|auto",
                    new Types.Count(1, 1024, true),
                    0,
                    Group.WORKERS,
                    "processes of each application; auto is one for each core");

    public static final Option<Integer> THREADS =
            of(
                    "threads",
                    "N|auto",
                    new Types.Count(1, 1024, true),
                    0,
                    Group.WORKERS,
                    "threads that run Python in each process");

    public static final Option<Settings.Model> MODEL =
            of(
                    "model",
                    "NAME",
                    new Types.Choice<>(
                            List.of(Settings.Model.values()), List.of("interpreters", "loop")),
                    Settings.Model.AUTO,
                    Group.WORKERS,
                    "auto, prefork (one thread a process) or threads");

    public static final Option<Boolean> ACCESS_LOG =
            toggle("access-log", false, Group.LOG, "logs each request");

    public static final Option<Log.Format> LOG_FORMAT =
            of(
                    "log-format",
                    "NAME",
                    new Types.Choice<>(List.of(Log.Format.values()), List.of()),
                    Log.Format.TEXT,
                    Group.LOG,
                    "text or json, for log and access log");

    public static final Option<Log.Level> LOG_LEVEL =
            of(
                    "log-level",
                    "NAME",
                    new Types.Choice<>(List.of(Log.Level.values()), List.of()),
                    Log.Level.INFO,
                    Group.LOG,
                    "least severe level: debug, info, warning or error");

    public static final Option<Boolean> RELOAD =
            toggle("reload", false, Group.DEVELOPMENT, "restarts workers when a file changes");

    public static final Option<Boolean> DEBUG =
            toggle(
                    "debug",
                    false,
                    Group.DEVELOPMENT,
                    "shows tracebacks to clients; never in public");

    public static final Option<Long> HEADER_BYTES_MAX =
            bytes(
                    "header-bytes-max",
                    DEFAULTS.headerBytesMax(),
                    "request line and headers together");

    public static final Option<Integer> HEADERS_MAX =
            count("headers-max", DEFAULTS.headersMax(), "headers of a request");

    public static final Option<Long> TARGET_BYTES_MAX =
            bytes("target-bytes-max", DEFAULTS.targetBytesMax(), "path and query of a request");

    public static final Option<Long> BODY_BYTES_MAX =
            limit(
                    "body-bytes-max",
                    "SIZE",
                    new Types.Size(Long.MAX_VALUE, true),
                    DEFAULTS.bodyBytesMax(),
                    "body of a request");

    public static final Option<Duration> HEADER_TIMEOUT =
            time("header-timeout", DEFAULTS.headerTimeout(), "from first byte to end of headers");

    public static final Option<Duration> BODY_IDLE_TIMEOUT =
            time(
                    "body-idle-timeout",
                    DEFAULTS.bodyIdleTimeout(),
                    "without a byte of a body moving");

    public static final Option<Duration> KEEP_ALIVE_TIMEOUT =
            time("keep-alive-timeout", DEFAULTS.keepAliveTimeout(), "idle connection stays open");

    public static final Option<Integer> QUEUE_DEPTH_MAX =
            count("queue-depth-max", DEFAULTS.queueDepthMax(), "requests waiting, each event loop");

    public static final Option<Duration> QUEUE_WAIT_MAX =
            time("queue-wait-max", DEFAULTS.queueWaitMax(), "wait of a request for a worker");

    public static final Option<Duration> REQUEST_TIMEOUT =
            limit(
                    "request-timeout",
                    "TIME",
                    new Types.Time(true),
                    DEFAULTS.requestTimeout(),
                    "until the application begins its answer");

    public static final Option<Duration> START_TIMEOUT =
            time("start-timeout", DEFAULTS.startTimeout(), "until a new worker is ready");

    public static final Option<Duration> STOP_TIMEOUT =
            time("stop-timeout", DEFAULTS.stopTimeout(), "a stop ends within this time");

    public static final Option<Integer> CONNECTIONS_MAX =
            count("connections-max", DEFAULTS.connectionsMax(), "open client connections");

    /// Every option, in the order of the help.
    public static final List<Option<?>> ALL =
            List.of(
                    APP,
                    CONFIG,
                    CHDIR,
                    PYTHON,
                    INTERFACE,
                    ENV,
                    MOUNT,
                    STATIC,
                    BIND,
                    HOST,
                    PORT,
                    FORWARDED_ALLOW_IPS,
                    METRICS,
                    LOOPS,
                    TRANSPORT,
                    COMPRESS,
                    COMPRESS_BYTES_MIN,
                    STATIC_CACHE_CONTROL,
                    WORKERS,
                    THREADS,
                    MODEL,
                    ACCESS_LOG,
                    LOG_FORMAT,
                    LOG_LEVEL,
                    RELOAD,
                    DEBUG,
                    HEADER_BYTES_MAX,
                    HEADERS_MAX,
                    TARGET_BYTES_MAX,
                    BODY_BYTES_MAX,
                    HEADER_TIMEOUT,
                    BODY_IDLE_TIMEOUT,
                    KEEP_ALIVE_TIMEOUT,
                    QUEUE_DEPTH_MAX,
                    QUEUE_WAIT_MAX,
                    REQUEST_TIMEOUT,
                    START_TIMEOUT,
                    STOP_TIMEOUT,
                    CONNECTIONS_MAX);

    /// Those that have a flag: all but the application, which stands alone among the arguments.
    public static final List<Option<?>> FLAGS = ALL.subList(1, ALL.size());

    private ServeOptions() {}

    private static <T> Option<T> of(
            String name, String label, Type<T> type, T fallback, Group group, String help) {
        return new Option<>(name, name, label, type, fallback, group, help);
    }

    private static Option<Boolean> toggle(String name, boolean fallback, Group group, String help) {
        return of(name, "", new Types.Switch(), fallback, group, help);
    }

    private static <T> Option<T> limit(
            String name, String label, Type<T> type, T fallback, String help) {
        return of(name, label, type, fallback, Group.LIMITS, help);
    }

    private static Option<Integer> count(String name, int fallback, String help) {
        return limit(name, "N", new Types.Count(1, Integer.MAX_VALUE, false), fallback, help);
    }

    private static Option<Long> bytes(String name, long fallback, String help) {
        return limit(name, "SIZE", new Types.Size(Integer.MAX_VALUE, false), fallback, help);
    }

    private static Option<Duration> time(String name, Duration fallback, String help) {
        return limit(name, "TIME", new Types.Time(false), fallback, help);
    }
}
