package krait.cli.application;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import krait.base.Nearest;
import krait.cli.config.Origin;

/// Finds the application in a folder by the names that Python frameworks use.
final class Folders {
    private static final String[] LAST = {"app.py", "app/__init__.py", "main.py"};

    private Folders() {}

    /// `wsgi.py`, then Django's `<package>/wsgi.py` beside `manage.py`, then `app` and `main`.
    ///
    /// @throws krait.base.KraitException blame USER, when there is more than one
    static Optional<Target> application(Path folder, Origin origin) {
        if (Files.isRegularFile(folder.resolve("wsgi.py"))) {
            return module(folder, "wsgi");
        }
        if (Files.isRegularFile(folder.resolve("manage.py"))) {
            String django = django(folder, origin);
            if (!django.isEmpty()) {
                return module(folder, django + ".wsgi");
            }
        }
        for (String name : LAST) {
            if (Files.isRegularFile(folder.resolve(name))) {
                int end = name.indexOf(name.indexOf('/') < 0 ? '.' : '/');
                return module(folder, name.substring(0, end));
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> module(Path folder, String module) {
        return Optional.of(new Target(folder, module, "", ""));
    }

    private static String django(Path folder, Origin origin) {
        List<String> packages = new ArrayList<>();
        for (String child : children(folder)) {
            if (Files.isRegularFile(folder.resolve(child).resolve("wsgi.py"))) {
                packages.add(child);
            }
        }
        if (packages.size() < 2) {
            return packages.isEmpty() ? "" : packages.get(0);
        }
        String manage = text(folder.resolve("manage.py"));
        for (String name : packages) {
            if (manage.contains("\"" + name + ".settings")
                    || manage.contains("'" + name + ".settings")) {
                return name;
            }
        }
        throw Targets.problem("more than one Django package has a wsgi.py in " + folder, origin)
                .remedy("name one: " + String.join(".wsgi, ", packages) + ".wsgi")
                .exception();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // It only helps to choose; the caller asks the user when it cannot.
        }
    }

    /// A remedy for a path that does not exist: what stands there under a similar name.
    static String nearest(Path path, String written) {
        if (Files.isRegularFile(Path.of(path + ".py"))) {
            return "did you mean " + written + ".py?";
        }
        Path parent = path.getParent();
        Path file = path.getFileName();
        if (parent != null && file != null && Files.isDirectory(parent)) {
            String nearest = Nearest.to(file.toString(), children(parent));
            if (!nearest.isEmpty()) {
                return "did you mean "
                        + written.substring(0, written.lastIndexOf('/') + 1)
                        + nearest
                        + "?";
            }
        }
        return "correct the path; relative paths begin in the current folder,"
                + " in krait.toml beside the file";
    }

    private static List<String> children(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                names.add(Objects.toString(child.getFileName()));
            }
        } catch (IOException e) {
            return List.of(); // A folder that cannot be listed has nothing to propose.
        }
        Collections.sort(names);
        return names;
    }
}
