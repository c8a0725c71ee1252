import org.jspecify.annotations.NullMarked;

/// The command line: one package for each command, `config` for the options, `settings` and
/// `target` for what they make.
@NullMarked
module krait.cli {
    requires krait.server;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.toml;
    requires jdk.unsupported;
}
