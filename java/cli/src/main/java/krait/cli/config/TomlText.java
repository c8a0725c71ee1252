package krait.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Problem;

/// The text of a krait.toml, and where in it a key stands, for messages.
record TomlText(Path file, String text, List<String> lines) {
    private static final long BYTES_MAX = 1 << 20;

    /// Reads the file.
    ///
    /// @throws krait.base.KraitException blame USER, when it cannot be read
    static TomlText read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw unreadable(file, "it is larger than 1 MiB", "name a configuration file");
            }
            String text = Files.readString(file);
            return new TomlText(file, text, text.lines().toList());
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", "correct --config or create the file");
        } catch (AccessDeniedException e) {
            throw unreadable(file, "permission denied", "make it readable for this user");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), "name a readable file");
        }
    }

    private static RuntimeException unreadable(Path file, String why, String remedy) {
        return Problem.of(
                        "config-unreadable", Blame.USER, "the configuration cannot be read: " + why)
                .at(file.toString())
                .remedy(remedy)
                .exception();
    }

    /// `FILE, line 3: port = "x"`; without the line where the key is not found as `key = value`.
    ///
    /// @param table dotted name; empty for the top
    String place(String table, String key) {
        String current = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                current = end < 0 ? "" : line.substring(1, end).strip();
                if (current.equals(key) && table.isEmpty()) {
                    return at(i);
                }
            } else if (line.indexOf('=') > 0) {
                String name = unquoted(line.substring(0, line.indexOf('=')).strip());
                boolean dotted = current.isEmpty() && name.equals(table + "." + key);
                if (dotted || (name.equals(key) && current.equals(table))) {
                    return at(i);
                }
            }
        }
        return file + ", key " + (table.isEmpty() ? key : table + "." + key);
    }

    /// A key that stands twice.
    ///
    /// @param place of the second one
    /// @param first the line of the first, such as `line 3`
    record Repeated(String key, String place, String first) {}

    /// The last key up to `line`, from 1, that stands for the second time in its table, as far as
    /// keys and tables each begin a line.
    Optional<Repeated> repeated(int line) {
        Map<String, Integer> seen = new HashMap<>();
        Optional<Repeated> last = Optional.empty();
        String current = "";
        for (int i = 0; i < Math.min(line, lines.size()); i++) {
            String text = lines.get(i).strip();
            String key = "";
            if (text.startsWith("[")) {
                int end = text.indexOf(']');
                current = end < 0 ? "" : text.substring(1, end).strip();
            } else if (!text.startsWith("#") && text.indexOf('=') > 0) {
                String name = unquoted(text.substring(0, text.indexOf('=')).strip());
                key = current.isEmpty() ? name : current + "." + name;
            }
            Integer first = key.isEmpty() ? null : seen.putIfAbsent(key, i);
            if (first != null) {
                last = Optional.of(new Repeated(key, at(i), "line " + (first + 1)));
            }
        }
        return last;
    }

    private String at(int index) {
        return file + ", line " + (index + 1) + ": " + lines.get(index).strip();
    }

    /// The place of a syntax error, with the line and a mark under the column.
    ///
    /// @param line from 1
    /// @param column from 1
    String place(int line, int column) {
        String place = file + ", line " + line + ", column " + column;
        if (line < 1 || line > lines.size()) {
            return place;
        }
        String shown = lines.get(line - 1).replace('\t', ' ');
        int before = Math.clamp(column - 1L, 0, shown.length());
        return place + "\n" + shown + "\n" + " ".repeat(before) + "^";
    }

    private static String unquoted(String key) {
        boolean quoted =
                key.length() > 1
                        && (key.charAt(0) == '"' || key.charAt(0) == '\'')
                        && key.charAt(key.length() - 1) == key.charAt(0);
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
