package krait.runtime.lib;

import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// The argument `newline` of a text file: what ends a line, and what `\n` is written as.
final class Newlines {
    private static final int RETURN = 1;
    private static final int FEED = 2;
    private static final int BOTH = 4;

    private final @Nullable String newline;
    private boolean returnWaits;
    private int seen;

    Newlines(@Nullable CharSequence newline) {
        this.newline = newline == null ? null : newline.toString();
        switch (this.newline) {
            case null -> {}
            case "", "\n", "\r", "\r\n" -> {}
            default -> throw new ValueError("illegal newline value: " + Values.repr(newline));
        }
    }

    /// Whether all kinds of line ends count.
    private boolean universal() {
        return newline == null || newline.isEmpty();
    }

    /// What was read, with `\n` alone at line ends if they are to be translated.
    ///
    /// @param last whether nothing follows
    CharSequence read(CharSequence chunk, boolean last) {
        if (!universal()) {
            return chunk;
        }
        CharSequence text = chunk;
        if (returnWaits && (!text.isEmpty() || last)) {
            text = Text.__add__("\r", text);
            returnWaits = false;
        }
        int length = Text.length(text);
        if (!last && length > 0 && Text.at(text, length - 1) == '\r') {
            text = Text.part(text, 0, length - 1);
            returnWaits = true;
        }
        return text instanceof String units && units.indexOf('\r') < 0
                ? noted(units)
                : translated(text);
    }

    private CharSequence noted(String text) {
        if ((seen & FEED) == 0 && text.indexOf('\n') >= 0) {
            seen |= FEED;
        }
        return text;
    }

    private CharSequence translated(CharSequence text) {
        TextBuilder plain = new TextBuilder();
        int length = Text.length(text);
        for (int i = 0; i < length; i++) {
            int point = Text.at(text, i);
            boolean pair = point == '\r' && i + 1 < length && Text.at(text, i + 1) == '\n';
            seen |= pair ? BOTH : point == '\r' ? RETURN : point == '\n' ? FEED : 0;
            plain.appendPoint(point == '\r' ? '\n' : point);
            i += pair ? 1 : 0;
        }
        return newline == null ? plain.build() : text;
    }

    /// Whether a `\r` was read that may be half a line end.
    boolean waits() {
        return returnWaits;
    }

    /// Whether all line ends are read as `\n`.
    boolean translates() {
        return newline == null;
    }

    /// The same argument, before anything was read.
    Newlines fresh() {
        return new Newlines(newline);
    }

    /// Forgets the `\r` that was read.
    void reset() {
        returnWaits = false;
    }

    /// Where the line that begins at a position ends; -1 when that is not in the text.
    int end(CharSequence text, int from) {
        if (newline == null || newline.equals("\n")) {
            return after(text, from, '\n');
        } else if (newline.equals("\r")) {
            return after(text, from, '\r');
        }
        int length = Text.length(text);
        boolean any = newline.isEmpty();
        for (int i = from; i < length; i++) {
            int point = Text.at(text, i);
            if (point == '\r' && i + 1 < length && Text.at(text, i + 1) == '\n') {
                return i + 2;
            } else if (any && (point == '\n' || point == '\r')) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int after(CharSequence text, int from, char end) {
        if (text instanceof String units) {
            int found = units.indexOf(end, from);
            return found < 0 ? -1 : found + 1;
        }
        int length = Text.length(text);
        for (int i = from; i < length; i++) {
            if (Text.at(text, i) == end) {
                return i + 1;
            }
        }
        return -1;
    }

    /// Whether the end of a text may be half a line end.
    boolean splits(CharSequence text) {
        int length = Text.length(text);
        return "\r\n".equals(newline) && length > 0 && Text.at(text, length - 1) == '\r';
    }

    /// What is written for a text.
    CharSequence written(CharSequence text) {
        boolean same = universal() || "\n".equals(newline);
        return same || newline == null ? text : Text.replace(text, "\n", newline);
    }

    /// `f.newlines`.
    @Nullable Object seen() {
        @Nullable Object[] kinds = new @Nullable Object[Integer.bitCount(seen)];
        int count = 0;
        for (int kind : new int[] {RETURN, FEED, BOTH}) {
            if ((seen & kind) != 0) {
                kinds[count++] = kind == RETURN ? "\r" : kind == FEED ? "\n" : "\r\n";
            }
        }
        return count == 0 ? null : count == 1 ? kinds[0] : Tuple.of(kinds);
    }
}
