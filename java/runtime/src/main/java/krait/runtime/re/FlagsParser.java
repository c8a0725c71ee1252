package krait.runtime.re;

import static krait.runtime.re.PatternReader.END;

/// Reads `i`, `i:`, `i-m:` behind `(?`.
final class FlagsParser {
    private final PatternReader reader;
    private int added;
    private int removed;

    FlagsParser(PatternReader reader) {
        this.reader = reader;
    }

    int added() {
        return added;
    }

    int removed() {
        return removed;
    }

    /// True when the flags are for the whole pattern.
    boolean parse(int first) {
        int letter = first == '-' ? first : readAdded(first);
        if (letter == ')') {
            return true;
        }
        if (letter == '-') {
            readRemoved();
        }
        if ((added & removed) != 0) {
            throw reader.fault("bad inline flags: flag turned on and off", 1);
        }
        return false;
    }

    private int readAdded(int first) {
        int letter = first;
        while (true) {
            int flag = Flags.ofLetter(letter);
            if (reader.isText() && letter == 'L') {
                throw reader.fault("bad inline flags: cannot use 'L' flag with a str pattern", 0);
            }
            if (!reader.isText() && letter == 'u') {
                throw reader.fault("bad inline flags: cannot use 'u' flag with a bytes pattern", 0);
            }
            added |= flag;
            if ((flag & Flags.TYPES) != 0 && (added & Flags.TYPES) != flag) {
                throw reader.fault("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0);
            }
            letter = next("missing -, : or )");
            if (letter == ')' || letter == '-' || letter == ':') {
                return letter;
            }
        }
    }

    private void readRemoved() {
        int letter = next("missing flag");
        if (letter == ':' || letter == ')' || letter == '-') {
            throw reader.fault("missing flag", 1);
        }
        while (letter != ':') {
            int flag = Flags.ofLetter(letter);
            if ((flag & Flags.TYPES) != 0) {
                throw reader.fault("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0);
            }
            removed |= flag;
            letter = next("missing :");
            if (letter == ')' || letter == '-') {
                throw reader.fault("missing :", 1);
            }
        }
    }

    /// The next flag, or one of `)`, `-`, `:`.
    private int next(String missing) {
        int escaped = reader.escaped();
        int letter = reader.next();
        if (letter == END) {
            throw reader.fault(missing, 0);
        }
        boolean sign = letter == ')' || letter == '-' || letter == ':';
        if (!sign && Flags.ofLetter(letter) == 0) {
            boolean known = escaped == END && Character.isLetter(letter);
            throw reader.fault(known ? "unknown flag" : missing, escaped == END ? 1 : 2);
        }
        return letter;
    }
}
