package krait.cli.settings;

import java.nio.file.Path;
import java.util.Optional;
import krait.cli.application.Target;
import krait.cli.application.Targets;
import krait.cli.config.Located;
import krait.cli.config.Origin;
import krait.cli.config.ServeOptions;
import krait.cli.config.Source;
import krait.cli.config.Values;

/// The application at the root: named by the command line or the environment, else by krait.toml,
/// else found in a folder. It is asked twice: where krait.toml lies, and, when that is read, what
/// the application is.
final class RootApplication {
    private final boolean named;
    private final Located app;

    /// @param told what command line and environment say
    /// @param folder the current one
    RootApplication(Values told, Path folder) {
        Path base = Folders.chdir(told).orElse(folder);
        named = told.has(ServeOptions.APP);
        app =
                named
                        ? told.get(ServeOptions.APP).from(base)
                        : new Located(
                                ".",
                                new Origin(
                                        Source.DEFAULT, "APP", "no application was named", base));
    }

    /// Where the application's krait.toml lies, if it has one.
    Path configFolder() {
        return Targets.configFolder(app);
    }

    /// Where it was named, for messages.
    Origin origin(Values values) {
        return values.has(ServeOptions.APP) ? values.origin(ServeOptions.APP) : app.origin();
    }

    /// The application.
    ///
    /// @param values of all sources
    /// @param file of krait.toml alone
    /// @param optional whether there is something to serve without it
    /// @return empty when it is optional, nobody names it and none is found
    /// @throws krait.base.KraitException blame USER
    Optional<Target> target(Values values, Values file, boolean optional) {
        Optional<Path> chdir = Folders.chdir(values);
        if (named && !Targets.isFolder(app)) {
            return Optional.of(Targets.find(app, chdir));
        }
        if (file.has(ServeOptions.APP)) {
            Located inFile = file.get(ServeOptions.APP);
            Located from = chdir.isPresent() ? inFile.from(chdir.get()) : inFile;
            return Optional.of(Targets.find(from, chdir));
        }
        // A folder that was named stays the place to look in; chdir in its krait.toml leads on.
        boolean chdirInFile = values.source(ServeOptions.CHDIR) == Source.FILE;
        Path folder = chdirInFile ? chdir.orElseThrow() : app.path();
        Optional<Target> found = Targets.inFolder(folder, app.origin());
        if (found.isEmpty() && (named || !optional)) {
            throw Targets.nothingIn(folder, app.origin()).exception();
        }
        return found;
    }
}
