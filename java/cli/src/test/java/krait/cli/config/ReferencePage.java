package krait.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import krait.cli.config.Option.Group;

/// Writes docs/reference/configuration.md: the prose of the resource `reference.md`, and the table
/// of options.
final class ReferencePage {
    private ReferencePage() {}

    static String text() throws IOException {
        StringBuilder page = new StringBuilder();
        try (InputStream prose = ReferencePage.class.getResourceAsStream("reference.md")) {
            Objects.requireNonNull(prose, "reference.md is beside this class");
            page.append(new String(prose.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (Group group : Group.values()) {
            page.append("\n## ").append(group.title()).append('\n');
            if (group == Group.LIMITS) {
                page.append("\nIn krait.toml they may stand together in the table `[limits]`.\n");
            }
            page.append("\n| flag | krait.toml | variable | takes | default | |\n");
            page.append("|---|---|---|---|---|---|\n");
            for (Option<?> option : ServeOptions.ALL) {
                if (option.group() == group) {
                    row(page, option);
                }
            }
        }
        return page.toString();
    }

    private static void row(StringBuilder page, Option<?> option) {
        String flag = option.flag() + (option.label().isEmpty() ? "" : " " + option.label());
        boolean app = option.equals(ServeOptions.APP);
        page.append("| ").append(code(app ? "APP" : flag));
        page.append(" | ").append(code(option.key()));
        page.append(" | ").append(code(option.variable()));
        page.append(" | ").append(cell(option.type().expects()));
        page.append(" | ").append(code(option.fallbackText()));
        page.append(" | ").append(cell(option.help())).append(" |\n");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
