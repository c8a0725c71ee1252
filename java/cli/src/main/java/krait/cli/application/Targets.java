package krait.cli.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.config.Located;
import krait.cli.config.Origin;

/// Finds what an APP argument names: `module:attribute`, `module`, `path/file.py[:attribute]` or a
/// folder. Only files are looked at; whether a module can be imported is for a worker to say.
public final class Targets {
    private Targets() {}

    /// Finds an application. Modules and relative paths begin in the folder of `app`'s origin.
    ///
    /// @param chdir working directory that was asked for; it wins over the one that follows from a
    ///   module or a file, while a folder is its own
    /// @throws krait.base.KraitException blame USER
    public static Target find(Located app, Optional<Path> chdir) {
        Name name = Name.of(app);
        if (isPath(name, app)) {
            Path path = name.path(app);
            if (Files.isDirectory(path)) {
                return ofFolder(path, name, app);
            }
            checkFile(path, name, app);
            return new Target(chdir.orElse(parent(path)), "", path.toString(), name.attribute());
        }
        if (!isDotted(name.module())) {
            throw problem(
                            "\"" + name.module() + "\" is not the name of a Python module",
                            app.origin())
                    .remedy("write module:attribute, a path that ends in .py, or a folder")
                    .exception();
        }
        Path folder = chdir.orElse(app.origin().folder());
        return new Target(folder, name.module(), "", name.attribute());
    }

    /// The application that a folder holds; empty when it has none of the usual files.
    ///
    /// @throws krait.base.KraitException blame USER, when it holds more than one
    public static Optional<Target> inFolder(Path folder, Origin origin) {
        return Folders.application(folder, origin);
    }

    /// The folder whose krait.toml belongs to the application: the folder itself, the parent of a
    /// file, and for a module the folder where it is looked for.
    public static Path configFolder(Located app) {
        Name name = Name.of(app);
        if (!isPath(name, app)) {
            return app.origin().folder();
        }
        Path path = name.path(app);
        return Files.isDirectory(path) ? path : parent(path);
    }

    /// Whether `app` names a folder: then its krait.toml may name the application.
    public static boolean isFolder(Located app) {
        Name name = Name.of(app);
        return name.attribute().isEmpty() && isPath(name, app) && Files.isDirectory(name.path(app));
    }

    /// The problem of a folder that holds no application.
    public static Problem nothingIn(Path folder, Origin origin) {
        boolean asgi = Files.isRegularFile(folder.resolve("asgi.py"));
        return problem("no application was found in " + folder, origin)
                .remedy(
                        asgi
                                ? "name a WSGI application: asgi.py is there, but this version of"
                                        + " Krait serves WSGI only"
                                : "name it: krait serve module:attribute, or in krait.toml app ="
                                        + " \"module:attribute\"\nlooked for wsgi.py, manage.py"
                                        + " with PACKAGE/wsgi.py, app.py, app/__init__.py and"
                                        + " main.py");
    }

    /// A package is a module: without a slash, a folder with `__init__.py` is not taken as a path.
    private static boolean isPath(Name name, Located app) {
        String text = name.module();
        if (text.indexOf('/') >= 0
                || text.endsWith(".py")
                || text.equals(".")
                || text.equals("..")) {
            return true;
        }
        Path path = name.path(app);
        return Files.isDirectory(path) && !Files.exists(path.resolve("__init__.py"));
    }

    private static Target ofFolder(Path path, Name name, Located app) {
        if (!name.attribute().isEmpty()) {
            throw problem("a folder has no attribute " + name.attribute(), app.origin())
                    .remedy("name the file: " + name.module() + "/app.py:" + name.attribute())
                    .exception();
        }
        Optional<Target> found = Folders.application(path, app.origin());
        if (found.isEmpty()) {
            throw nothingIn(path, app.origin()).exception();
        }
        return found.get();
    }

    private static void checkFile(Path path, Name name, Located app) {
        if (!Files.exists(path)) {
            throw problem("there is no file or folder " + path, app.origin())
                    .remedy(Folders.nearest(path, name.module()))
                    .exception();
        }
        if (!path.toString().endsWith(".py")) {
            throw problem("this is not a Python file: " + path, app.origin())
                    .remedy("name a file that ends in .py, a folder or a module")
                    .exception();
        }
        if (!Files.isReadable(path)) {
            throw problem("the file cannot be read: " + path, app.origin())
                    .remedy("make it readable for this user")
                    .exception();
        }
    }

    static Problem problem(String what, Origin origin) {
        return Problem.of("bad-application", Blame.USER, what).at(origin.place());
    }

    private static Path parent(Path path) {
        return Objects.requireNonNullElse(path.getParent(), path);
    }

    private static boolean isDotted(String text) {
        int start = 0;
        while (true) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isIdentifier(text, start, end)) {
                return false;
            }
            if (dot < 0) {
                return true;
            }
            start = dot + 1;
        }
    }

    private static boolean isIdentifier(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean fits =
                    i == start
                            ? c == '_' || Character.isUnicodeIdentifierStart(c)
                            : Character.isUnicodeIdentifierPart(c);
            if (!fits) {
                return false;
            }
        }
        return end > start;
    }

    /// An APP argument at its colon.
    private record Name(String module, String attribute) {
        static Name of(Located app) {
            String text = app.text();
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                return new Name(text, "");
            }
            Name name = new Name(text.substring(0, colon), text.substring(colon + 1));
            if (name.attribute.endsWith(")")) {
                throw problem(
                                "an attribute is a name, and " + name.attribute + " is a call",
                                app.origin())
                        .remedy(
                                "leave it out: create_app and make_app are found and called;"
                                        + " or assign the result to a name in the module")
                        .exception();
            }
            if (name.module.isEmpty() || !isDotted(name.attribute)) {
                throw problem("\"" + text + "\" is not an application", app.origin())
                        .remedy("write module:attribute, such as mysite.wsgi:application")
                        .exception();
            }
            return name;
        }

        Path path(Located app) {
            return new Located(module, app.origin()).path();
        }
    }
}
