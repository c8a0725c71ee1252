package krait.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.cli.application.CompiledApps;
import krait.cli.application.Target;
import krait.cli.application.Targets;
import krait.cli.config.Located;
import krait.cli.config.Origin;
import krait.cli.config.Refused;
import krait.cli.config.ServeOptions;
import krait.cli.config.Values;
import krait.server.Settings;

/// Applications and static folders beside the one at the root.
final class Mounts {
    private static final String ALL = "*";
    private static final String FORBIDDEN = "\\\"<>#?%";

    private final List<Settings.Mount> mounts = new ArrayList<>();

    private Mounts() {}

    /// Reads `--mount` and `--static`.
    ///
    /// @throws krait.base.KraitException blame USER: a prefix given twice or malformed, a target
    ///   that is not there
    static Mounts of(Values values) {
        Mounts all = new Mounts();
        Optional<Path> chdir = Folders.chdir(values);
        for (Map.Entry<String, Located> mount : values.get(ServeOptions.MOUNT).entrySet()) {
            String prefix = prefix(mount.getKey(), mount.getValue().origin());
            Located app = mount.getValue();
            Target target = Targets.find(chdir.isPresent() ? app.from(chdir.get()) : app, chdir);
            all.add(
                    CompiledApps.mount(
                            target, prefix, values.get(ServeOptions.INTERFACE), app.origin()),
                    app.origin());
        }
        Map<String, String> caching = caching(values);
        for (Map.Entry<String, Located> folder : values.get(ServeOptions.STATIC).entrySet()) {
            Origin origin = folder.getValue().origin();
            String prefix = prefix(folder.getKey(), origin);
            Path path = Folders.existing(folder.getValue());
            String cacheControl = caching.getOrDefault(prefix, caching.getOrDefault(ALL, ""));
            all.add(new Settings.Static(prefix, path, cacheControl), origin);
        }
        return all;
    }

    /// The values of `--static-cache-control` by prefix; that for every folder under [#ALL].
    private static Map<String, String> caching(Values values) {
        Map<String, String> caching = new HashMap<>();
        for (Map.Entry<String, Located> one :
                values.get(ServeOptions.STATIC_CACHE_CONTROL).entrySet()) {
            String key = one.getKey();
            Origin origin = one.getValue().origin();
            if (!key.isEmpty() && !values.get(ServeOptions.STATIC).containsKey(key)) {
                throw new Refused(
                                "names " + key + ", where no static folder is",
                                "give the prefix as --static has it")
                        .problem(origin)
                        .exception();
            }
            caching.put(key.isEmpty() ? ALL : prefix(key, origin), one.getValue().text());
        }
        return caching;
    }

    List<Settings.Mount> list() {
        return List.copyOf(mounts);
    }

    /// Whether one of them has this prefix.
    boolean claim(String prefix) {
        for (Settings.Mount mount : mounts) {
            if (mount.prefix().equals(prefix)) {
                return true;
            }
        }
        return false;
    }

    /// Adds one more.
    ///
    /// @throws krait.base.KraitException blame USER, when its prefix is taken
    void add(Settings.Mount mount, Origin origin) {
        if (claim(mount.prefix())) {
            String shown = mount.prefix().isEmpty() ? "/" : mount.prefix();
            throw new Refused(
                            "takes the prefix " + shown + " a second time", "remove one of the two")
                    .problem(origin)
                    .exception();
        }
        mounts.add(mount);
    }

    /// A prefix as [Settings.Mount] has it: without the slash at its end.
    private static String prefix(String text, Origin origin) {
        String prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        boolean good = prefix.isEmpty() || prefix.startsWith("/");
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            good &= c > ' ' && c < 0x7f && FORBIDDEN.indexOf(c) < 0;
        }
        String slashed = prefix + "/";
        good &= !slashed.contains("//") || prefix.isEmpty();
        good &= !slashed.contains("/./") && !slashed.contains("/../");
        if (!good) {
            throw new Refused(
                            "expects a prefix such as /api, not \"" + text + "\"",
                            "begin it with a slash; it is plain ASCII, not percent-encoded, without"
                                    + " .. segments")
                    .problem(origin)
                    .exception();
        }
        return prefix;
    }
}
