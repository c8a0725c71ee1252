package krait.runtime.lib;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import krait.runtime.ValueError;
import krait.runtime.Values;

/// The argument `mode` of `open`.
///
/// @param kind `r`, `w`, `a` or `x`
/// @param updates whether it both reads and writes
record OpenMode(char kind, boolean updates, boolean binary) {
    static OpenMode of(CharSequence mode) {
        String letters = mode.toString();
        Set<Character> seen = new HashSet<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if ("rwaxbt+".indexOf(letter) < 0 || !seen.add(letter)) {
                throw new ValueError("invalid mode: " + Values.repr(mode));
            }
        }
        boolean binary = seen.contains('b');
        if (binary && seen.contains('t')) {
            throw new ValueError("can't have text and binary mode at once");
        }
        String kinds = letters.replaceAll("[bt+]", "");
        if (kinds.length() != 1) {
            throw new ValueError(
                    kinds.isEmpty()
                            ? "Must have exactly one of create/read/write/append mode "
                                    + "and at most one plus"
                            : "must have exactly one of create/read/write/append mode");
        }
        return new OpenMode(kinds.charAt(0), seen.contains('+'), binary);
    }

    boolean reads() {
        return kind == 'r' || updates;
    }

    boolean writes() {
        return kind != 'r' || updates;
    }

    boolean appends() {
        return kind == 'a';
    }

    /// What Java calls it.
    Set<OpenOption> options() {
        Set<OpenOption> options = new HashSet<>();
        if (reads()) {
            options.add(StandardOpenOption.READ);
        }
        if (writes()) {
            options.add(StandardOpenOption.WRITE);
        }
        switch (kind) {
            case 'w' -> {
                options.add(StandardOpenOption.CREATE);
                options.add(StandardOpenOption.TRUNCATE_EXISTING);
            }
            case 'a' -> options.add(StandardOpenOption.CREATE);
            case 'x' -> options.add(StandardOpenOption.CREATE_NEW);
            default -> {}
        }
        return options;
    }
}
