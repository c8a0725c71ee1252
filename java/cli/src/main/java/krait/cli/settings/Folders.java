package krait.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import krait.cli.config.Located;
import krait.cli.config.Refused;
import krait.cli.config.ServeOptions;
import krait.cli.config.Values;

/// Folders that options name.
final class Folders {
    private Folders() {}

    /// The value of `--chdir`; empty when it is not given.
    static Optional<Path> chdir(Values values) {
        return values.has(ServeOptions.CHDIR)
                ? Optional.of(existing(values.get(ServeOptions.CHDIR)))
                : Optional.empty();
    }

    /// The folder that `located` names.
    ///
    /// @throws krait.base.KraitException blame USER, when there is none
    static Path existing(Located located) {
        Path path = located.path();
        if (Files.isDirectory(path)) {
            return path;
        }
        String what = Files.exists(path) ? "is a file, not a folder: " : "does not exist: ";
        throw new Refused(
                        "names a folder that " + what + path,
                        "correct the path or create the folder")
                .problem(located.origin())
                .exception();
    }
}
