package krait.cli.config;

import krait.cli.config.Option.Group;

/// The help of the commands that take the options of [ServeOptions]: one screen, grouped.
public final class Help {
    private static final int COLUMN = 31;

    private Help() {}

    /// The help text.
    ///
    /// @param command such as `serve`
    /// @param purpose one sentence
    public static String of(String command, String purpose) {
        StringBuilder text = new StringBuilder(4096);
        text.append("Usage: krait ").append(command).append(" [APP] [options]\n\n");
        text.append(purpose).append('\n');
        text.append("APP: ").append(ServeOptions.APP.help());
        text.append(";\n     without it, the current folder\n");
        for (Group group : Group.values()) {
            text.append('\n').append(group.title()).append('\n');
            for (Option<?> option : ServeOptions.FLAGS) {
                if (option.group() == group) {
                    line(text, option);
                }
            }
        }
        text.append(
                "\nEach option is also a key in krait.toml and a variable such as KRAIT_PORT.\n");
        text.append(
                "docs/reference/configuration.md says more. A switch is undone by --no-NAME.\n");
        return text.toString();
    }

    private static void line(StringBuilder text, Option<?> option) {
        int start = text.length();
        text.append("  ").append(option.flag());
        if (!option.label().isEmpty()) {
            text.append(' ').append(option.label());
        }
        text.append(" ".repeat(Math.max(1, COLUMN - (text.length() - start))));
        text.append(option.help());
        String fallback = option.fallbackText();
        boolean off = option.type().arity() == Type.Arity.SWITCH;
        if (!fallback.isEmpty() && !off) {
            text.append(" [").append(fallback).append(']');
        }
        text.append('\n');
    }
}
