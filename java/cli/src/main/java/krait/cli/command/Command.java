package krait.cli.command;

import java.util.List;

/// One command of `krait`.
public interface Command {
    /// Word that selects it.
    String name();

    /// What stands behind the name in the usage line; may be empty.
    String usage();

    /// One line for the list of commands.
    String summary();

    /// The help of `krait NAME --help`.
    String help();

    /// Whether arguments belong to a program that it runs, `--help` behind its name too.
    default boolean passesOn() {
        return false;
    }

    /// Whether it ends even when nobody reads its output, rather than wait for a reader.
    default boolean leavesOutput() {
        return false;
    }

    /// Runs it.
    ///
    /// @return the exit code
    /// @throws krait.base.KraitException for everything that a message should explain
    int run(List<String> arguments, Context context);
}
