package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Iterates over the code points of a text, each a text.
@PyClass(name = "str_iterator")
final class TextIterator extends PyIterator {
    private final CharSequence text;
    private final int length;
    private int next;

    TextIterator(CharSequence text) {
        this.text = text;
        this.length = Text.length(text);
    }

    @Override
    public boolean advance() {
        if (next >= length) {
            next = length + 1;
            return false;
        }
        next++;
        return true;
    }

    @Override
    public @Nullable Object value() {
        return Text.ofPoint(Text.at(text, next - 1));
    }
}
