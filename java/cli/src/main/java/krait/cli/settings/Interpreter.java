package krait.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import krait.cli.config.Located;
import krait.cli.config.Refused;
import krait.cli.config.ServeOptions;
import krait.cli.config.Values;

/// The value of `--python`: a path to an interpreter or to a virtual environment, or a command.
/// Only what depends on where it was given is settled here.
final class Interpreter {
    private Interpreter() {}

    /// Returns an absolute path; a command for the PATH as it was written; or an empty text for the
    /// usual search.
    ///
    /// @throws krait.base.KraitException blame USER, when a path leads to nothing that runs
    static String of(Values values) {
        Located python = values.get(ServeOptions.PYTHON);
        if (python.text().isEmpty()) {
            return "";
        }
        Path path = python.path();
        if (python.text().indexOf('/') < 0 && !Files.isDirectory(path)) {
            return python.text();
        }
        if (!Files.isExecutable(path)) {
            throw new Refused(
                            "names no interpreter: " + path,
                            "write the path of a Python, such as .venv/bin/python, or a command")
                    .problem(python.origin())
                    .exception();
        }
        return path.toString();
    }
}
