import org.jspecify.annotations.NullMarked;

/// The command line: one package for each command.
@NullMarked
module krait.cli {
    requires krait.server;
    requires info.picocli;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.toml;

    opens krait.cli to info.picocli;
}
