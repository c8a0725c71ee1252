package krait.compiler.diagnostics;

import java.util.Locale;
import java.util.Optional;

/// Finds the first bytes of a source that are not UTF-8.
final class Utf8Check {
    private Utf8Check() {}

    /// @param at of the first byte
    /// @param length how many bytes could still begin a character
    /// @param reason in the words of Python's decoder
    private record Malformed(int line, int column, int at, int length, String reason) {}

    /// Of a file that says that it is in UTF-8.
    static Optional<SourceDefect> declared(byte[] source) {
        return first(source)
                .map(bad -> {
                    String what =
                            bad.length() == 1
                                    ? "byte 0x"
                                            + hex(source[bad.at()])
                                            + " in position "
                                            + bad.column()
                                    : "bytes in position "
                                            + bad.column()
                                            + "-"
                                            + (bad.column() + bad.length() - 1);
                    String message =
                            "(unicode error) 'utf-8' codec can't decode "
                                    + what
                                    + ": "
                                    + bad.reason();
                    return new SourceDefect(message, bad.line(), bad.column());
                });
    }

    /// Of a file that says nothing of its encoding.
    static Optional<SourceDefect> undeclared(String name, byte[] source) {
        return first(source)
                .map(bad -> {
                    String message =
                            "Non-UTF-8 code starting with '\\x"
                                    + hex(source[bad.at()])
                                    + "' in file "
                                    + name
                                    + " on line "
                                    + bad.line()
                                    + ", but no encoding declared; see"
                                    + " https://peps.python.org/pep-0263/ for details";
                    return new SourceDefect(message, bad.line(), bad.column());
                });
    }

    private static String hex(byte value) {
        return String.format(Locale.ROOT, "%02x", value & 0xFF);
    }

    private static Optional<Malformed> first(byte[] source) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < source.length; ) {
            int first = source[at];
            if (first >= 0) {
                at++;
                if (first == '\n') {
                    line++;
                    lineStart = at;
                }
                continue;
            }
            int length = length(first & 0xFF);
            if (length == 0) {
                return Optional.of(
                        new Malformed(line, at - lineStart, at, 1, "invalid start byte"));
            }
            int good = 1;
            while (good < length && at + good < source.length && fits(source, at, good)) {
                good++;
            }
            if (good < length) {
                String reason =
                        at + good < source.length
                                ? "invalid continuation byte"
                                : "unexpected end of data";
                return Optional.of(new Malformed(line, at - lineStart, at, good, reason));
            }
            at += length;
        }
        return Optional.empty();
    }

    /// Bytes of a character that begins so; 0 where none does.
    private static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static boolean fits(byte[] source, int at, int index) {
        int first = source[at] & 0xFF;
        int next = source[at + index] & 0xFF;
        int low = 0x80;
        int high = 0xBF;
        if (index == 1) {
            switch (first) {
                case 0xE0 -> low = 0xA0;
                case 0xED -> high = 0x9F;
                case 0xF0 -> low = 0x90;
                case 0xF4 -> high = 0x8F;
                default -> {}
            }
        }
        return next >= low && next <= high;
    }
}
