package krait.cli.config;

import java.nio.file.Path;

/// Where a text was given, for messages and for relative paths.
///
/// @param source the kind of place
/// @param name the option as it is called there: `--port`, `KRAIT_PORT`, `port`
/// @param place for people: `command line: --port 80a`
/// @param folder relative paths of this place begin here
public record Origin(Source source, String name, String place, Path folder) {}
