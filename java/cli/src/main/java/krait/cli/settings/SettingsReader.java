package krait.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.base.Limits;
import krait.cli.application.CompiledApps;
import krait.cli.application.Target;
import krait.cli.config.Given;
import krait.cli.config.Located;
import krait.cli.config.Refused;
import krait.cli.config.ServeOptions;
import krait.cli.config.TomlFile;
import krait.cli.config.Values;
import krait.cli.config.Variables;
import krait.server.Settings;

/// Makes [Settings] of flags, environment and krait.toml.
public final class SettingsReader {
    private static final String FILE = "krait.toml";

    private final List<Given> told;
    private final Path folder;
    private final Path pythonHome;

    private SettingsReader(List<Given> told, Path folder, Path pythonHome) {
        this.told = told;
        this.folder = folder;
        this.pythonHome = pythonHome;
    }

    /// Reads everything.
    ///
    /// @param flags from the command line
    /// @param environment of the process
    /// @param folder the current one
    /// @param pythonHome folder that holds the `krait` Python package
    /// @throws krait.base.KraitException blame USER
    public static Settings read(
            List<Given> flags, Map<String, String> environment, Path folder, Path pythonHome) {
        List<Given> told = new ArrayList<>(Variables.read(environment, folder));
        told.addAll(flags);
        return new SettingsReader(told, folder, pythonHome).settings();
    }

    private Settings settings() {
        Values early = Values.of(told);
        RootApplication root = new RootApplication(early, folder);
        List<Given> all = new ArrayList<>(file(early, root.configFolder()));
        Values file = Values.of(all);
        all.addAll(told);
        Values values = Values.of(all);
        return settings(values, mounts(values, file, root));
    }

    private static List<Settings.Mount> mounts(Values values, Values file, RootApplication root) {
        Mounts mounts = Mounts.of(values);
        boolean named = values.has(ServeOptions.APP);
        if (named || !mounts.claim("")) {
            Optional<Target> target = root.target(values, file, !mounts.list().isEmpty());
            if (target.isPresent()) {
                mounts.add(
                        CompiledApps.mount(
                                target.get(),
                                "",
                                values.get(ServeOptions.INTERFACE),
                                root.origin(values)),
                        root.origin(values));
            }
        }
        return mounts.list();
    }

    private Settings settings(Values values, List<Settings.Mount> mounts) {
        return new Settings(
                mounts,
                Binds.of(values),
                Binds.metrics(values),
                values.get(ServeOptions.WORKERS),
                values.get(ServeOptions.THREADS),
                values.get(ServeOptions.MODEL),
                values.get(ServeOptions.INTERFACE),
                Interpreter.of(values),
                environment(values.get(ServeOptions.ENV)),
                values.get(ServeOptions.LOOPS),
                values.get(ServeOptions.TRANSPORT),
                values.get(ServeOptions.COMPRESS),
                values.get(ServeOptions.COMPRESS_BYTES_MIN),
                texts(values.get(ServeOptions.FORWARDED_ALLOW_IPS)),
                values.get(ServeOptions.ACCESS_LOG),
                values.get(ServeOptions.LOG_FORMAT),
                values.get(ServeOptions.LOG_LEVEL),
                values.get(ServeOptions.RELOAD),
                values.get(ServeOptions.DEBUG),
                limits(values),
                pythonHome);
    }

    private static List<Given> file(Values early, Path folder) {
        if (early.has(ServeOptions.CONFIG)) {
            return TomlFile.read(early.get(ServeOptions.CONFIG).path());
        }
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? TomlFile.read(file) : List.of();
    }

    private static Map<String, String> environment(Map<String, Located> pairs) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map.Entry<String, Located> pair : pairs.entrySet()) {
            if (pair.getKey().indexOf('\0') >= 0 || pair.getValue().text().indexOf('\0') >= 0) {
                throw new Refused("holds a NUL character", "remove it")
                        .problem(pair.getValue().origin())
                        .exception();
            }
            environment.put(pair.getKey(), pair.getValue().text());
        }
        return environment;
    }

    private static List<String> texts(List<Located> located) {
        List<String> texts = new ArrayList<>();
        for (Located one : located) {
            texts.add(one.text());
        }
        return texts;
    }

    private static Limits limits(Values values) {
        return new Limits(
                Math.toIntExact(values.get(ServeOptions.HEADER_BYTES_MAX)),
                values.get(ServeOptions.HEADERS_MAX),
                Math.toIntExact(values.get(ServeOptions.TARGET_BYTES_MAX)),
                values.get(ServeOptions.BODY_BYTES_MAX),
                values.get(ServeOptions.HEADER_TIMEOUT),
                values.get(ServeOptions.BODY_IDLE_TIMEOUT),
                values.get(ServeOptions.KEEP_ALIVE_TIMEOUT),
                values.get(ServeOptions.QUEUE_DEPTH_MAX),
                values.get(ServeOptions.QUEUE_WAIT_MAX),
                values.get(ServeOptions.REQUEST_TIMEOUT),
                values.get(ServeOptions.START_TIMEOUT),
                values.get(ServeOptions.STOP_TIMEOUT),
                values.get(ServeOptions.CONNECTIONS_MAX));
    }
}
