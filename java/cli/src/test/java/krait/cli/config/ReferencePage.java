package krait.cli.config;

import krait.cli.config.Option.Group;

/// Writes docs/reference/configuration.md from the table of options.
final class ReferencePage {
    private static final String TOP =
            """
            <!-- Written from krait.cli.config.ServeOptions; do not edit. To write it again:
                 mvn -pl java/cli -am test -Dtest=ReferencePageTest \\
                     -Dsurefire.failIfNoSpecifiedTests=false -Dkrait.reference.write=true -->

            # Configuration reference

            Every option of `krait serve` and `krait check` is a flag, a key in `krait.toml` and an
            environment variable. **Flag over environment over file over default.**

            - A list given by a higher source replaces the list of a lower one. Pairs (`env`, `mounts`,
              `static`) of all sources add up; for the same key the higher source wins.
            - `bind`, `host` and `port` answer one question and take precedence together: `--port 9000`
              wins over `bind` in krait.toml. Within one source, `bind` excludes `host` and `port`.
            - Durations are a whole number and a unit: `500ms`, `10s`, `2m`, `1h`, `7d`. Sizes are a number
              of bytes or carry a unit: `64KiB` (65,536), `64KB` (64,000), also MB, MiB, GB, GiB.
            - Relative paths begin in the current folder; in krait.toml they begin beside the file.
            - An unknown flag or key is refused. An empty variable counts as not set. In a variable, commas
              separate the values of a list or of pairs, which therefore hold no comma themselves.
            - A switch is set by `--reload`, undone by `--no-reload`, and read as `true`/`false`, `yes`/`no`,
              `on`/`off` or `1`/`0` from a variable.

            `krait.toml` is read from the application's folder: the folder that is served, the folder of the
            file that is served, or for a module the current folder (`--chdir` where it is given). `--config`
            names another file.

            `APP` is one of these:

            | APP | serves |
            |---|---|
            | `mysite.wsgi:application` | that attribute of that module |
            | `mysite.wsgi` | the attribute `application`, `app`, or what `create_app`, `make_app` return |
            | `path/file.py`, `path/file.py:app` | a file, in its folder |
            | a folder | what its krait.toml names, else `wsgi.py`, `PACKAGE/wsgi.py` beside `manage.py`, \
            `app.py`, `app/__init__.py`, `main.py` |
            | nothing | the current folder; optional when only mounts and static folders are served |
            """;

    private ReferencePage() {}

    static String text() {
        StringBuilder page = new StringBuilder(TOP);
        for (Group group : Group.values()) {
            page.append("\n## ").append(group.title()).append('\n');
            if (group == Group.LIMITS) {
                page.append("\nIn krait.toml these stand in the table `[limits]`.\n");
            }
            page.append(
                    "\n| flag | krait.toml | variable | takes | default | |\n|---|---|---|---|---|---|\n");
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
