package krait.cli.application;

import java.nio.file.Path;
import krait.server.Settings;

/// A Python application as the workers need it named.
///
/// @param folder working directory, first on `sys.path`
/// @param module dotted name; empty when `file` is given
/// @param file absolute path; empty when `module` is given
/// @param attribute in the module; empty to look for one
public record Target(Path folder, String module, String file, String attribute) {
    public Settings.Application at(String prefix) {
        return new Settings.Application(prefix, folder, module, file, attribute);
    }
}
