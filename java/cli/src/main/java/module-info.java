import org.jspecify.annotations.NullMarked;

/// The command line: one package for each command; `command` is what they share, `config` the
/// options, `application` and `settings` what is made of them.
@NullMarked
module krait.cli {
    requires krait.compiler;
    requires krait.server;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.toml;
    requires jdk.unsupported;
}
