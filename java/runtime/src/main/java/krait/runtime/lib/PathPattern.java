package krait.runtime.lib;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.ValueError;
import krait.runtime.Values;

/// A pattern of `Path.glob`: `*`, `?` and `[...]` within a name, `**` for folders at any depth.
final class PathPattern {
    private static final String ANY_DEPTH = "**";

    private final List<String> parts;

    private PathPattern(List<String> parts) {
        this.parts = parts;
    }

    static PathPattern of(CharSequence pattern) {
        if (pattern.isEmpty()) {
            throw new ValueError("Unacceptable pattern: " + Values.repr(pattern));
        }
        List<String> parts = new ArrayList<>();
        for (String part : pattern.toString().split("/", -1)) {
            boolean again =
                    part.equals(ANY_DEPTH) && !parts.isEmpty() && parts.getLast().equals(part);
            if (!part.isEmpty() && !part.equals(".") && !again) {
                parts.add(part);
            }
        }
        return new PathPattern(parts);
    }

    ObjectList below(PathlibPath folder) {
        ObjectList found = new ObjectList();
        select(folder, 0, found);
        return found;
    }

    private void select(PathlibPath at, int index, ObjectList found) {
        if (index == parts.size()) {
            found.append(at);
            return;
        }
        String part = parts.get(index);
        if (!at.is_dir()) {
            return;
        }
        if (part.equals(ANY_DEPTH)) {
            select(at, index + 1, found);
        }
        PyIterator children = at.iterdir();
        Pattern name = named(part);
        while (children.advance()) {
            PathlibPath child = (PathlibPath) Objects.requireNonNull(children.value());
            if (part.equals(ANY_DEPTH)) {
                if (child.is_dir() && !child.is_symlink()) {
                    select(child, index, found);
                }
            } else if (name.matcher(child.name()).matches()) {
                select(child, index + 1, found);
            }
        }
    }

    private static Pattern named(String part) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int close = c == '[' ? part.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                String set = part.substring(i + 1, close).replace("\\", "\\\\");
                regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set);
                regex.append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
