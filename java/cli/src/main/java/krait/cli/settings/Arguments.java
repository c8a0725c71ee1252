package krait.cli.settings;

import java.util.List;
import krait.cli.command.Context;
import krait.cli.config.Flags;
import krait.cli.config.Variables;
import krait.server.Settings;

/// From the arguments of a command to settings.
public final class Arguments {
    private Arguments() {}

    /// Reads arguments, environment and krait.toml.
    ///
    /// @param command for messages: `serve`
    /// @throws krait.base.KraitException blame USER
    public static Settings read(String command, List<String> arguments, Context context) {
        for (String warning : Variables.warnings(context.environment())) {
            context.err().println("krait: warning: " + warning);
        }
        return SettingsReader.read(
                Flags.read(command, arguments, context.folder()),
                context.environment(),
                context.folder(),
                context.pythonHome().get());
    }
}
