package krait.cli.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import krait.cli.config.Origin;
import krait.server.Settings;

/// Tells applications that are to be compiled from those for worker processes, by a look at the
/// file: it imports `App` from `krait` and makes one at its top level.
public final class CompiledApps {
    private static final Pattern IMPORT =
            Pattern.compile(
                    "^from +krait +import +(?:\\([^)]*\\bApp\\b|[^\\n#(]*\\bApp\\b)",
                    Pattern.MULTILINE);
    private static final Pattern MADE =
            Pattern.compile("^(\\w+)\\s*(?::\\s*App\\s*)?=\\s*App\\(\\s*\\)", Pattern.MULTILINE);

    /// The names that are looked for, first ones first.
    private static final List<String> USUAL = List.of("application", "app");

    private CompiledApps() {}

    /// What a target is served as.
    ///
    /// @param wanted what `--interface` says
    /// @param origin where the target was named
    /// @throws krait.base.KraitException blame USER, when it is to be compiled and is no file
    public static Settings.Mount mount(
            Target target, String prefix, Settings.Interface wanted, Origin origin) {
        Optional<Path> file = file(target);
        if (wanted == Settings.Interface.COMPILED && file.isEmpty()) {
            throw Targets.problem("what is to be compiled must be a Python file", origin)
                    .remedy("name the file: krait serve path/app.py")
                    .exception();
        }
        if (wanted == Settings.Interface.WSGI || file.isEmpty()) {
            return target.at(prefix);
        }
        Set<String> made = made(file.get());
        String attribute = target.attribute();
        boolean holds = attribute.isEmpty() ? !made.isEmpty() : made.contains(attribute);
        if (!holds && wanted != Settings.Interface.COMPILED) {
            return target.at(prefix);
        }
        String name = attribute.isEmpty() ? chosen(made) : attribute;
        return new Settings.Compiled(prefix, target.folder(), file.get(), name);
    }

    /// The Python file of a target, if it has one.
    private static Optional<Path> file(Target target) {
        if (!target.file().isEmpty()) {
            return Optional.of(Path.of(target.file()));
        }
        Path plain = target.folder().resolve(target.module().replace('.', '/') + ".py");
        boolean nested = target.module().indexOf('.') >= 0;
        return !nested && Files.isRegularFile(plain)
                ? Optional.of(plain.toAbsolutePath())
                : Optional.empty();
    }

    private static Set<String> made(Path file) {
        Set<String> names = new LinkedHashSet<>();
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return names; // Whoever loads the file says what is wrong with it.
        }
        String lines = text.replace("\r\n", "\n");
        if (IMPORT.matcher(lines).find()) {
            Matcher found = MADE.matcher(lines);
            while (found.find()) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    private static String chosen(Set<String> made) {
        return USUAL.stream()
                .filter(made::contains)
                .findFirst()
                .orElse(made.isEmpty() ? "app" : made.iterator().next());
    }
}
