package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Finding parts of a text.
final class TextSearch {
    private TextSearch() {}

    private static long low(long start, int length) {
        return start < 0 ? Math.max(0, start + length) : start;
    }

    private static int high(long end, int length) {
        return Indexes.bound(end, length);
    }

    static int find(CharSequence s, CharSequence part, long start, long end) {
        int length = Text.length(s);
        long low = low(start, length);
        int high = high(end, length);
        int size = Text.length(part);
        if (high - low < size) {
            return -1;
        }
        return next(s, part, (int) low, high);
    }

    /// The first position from `low` on where the part fits before `high`, or -1.
    private static int next(CharSequence s, CharSequence part, int low, int high) {
        if (s instanceof String text) {
            return part instanceof String sought ? text.indexOf(sought, low, high) : -1;
        }
        int last = high - Text.length(part);
        for (int i = low; i <= last; i++) {
            if (matches(s, i, part)) {
                return i;
            }
        }
        return -1;
    }

    static int rfind(CharSequence s, CharSequence part, long start, long end) {
        int length = Text.length(s);
        long low = low(start, length);
        int high = high(end, length);
        for (int i = high - Text.length(part); i >= low; i--) {
            if (matches(s, i, part)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(CharSequence s, int position, CharSequence part) {
        if (s instanceof String text && part instanceof String sought) {
            return text.startsWith(sought, position);
        }
        int size = Text.length(part);
        for (int i = 0; i < size; i++) {
            if (Text.at(s, position + i) != Text.at(part, i)) {
                return false;
            }
        }
        return true;
    }

    static long count(CharSequence s, CharSequence part, long start, long end) {
        int length = Text.length(s);
        long low = low(start, length);
        int high = high(end, length);
        int size = Text.length(part);
        if (high - low < size) {
            return 0;
        }
        if (size == 0) {
            return high - low + 1;
        }
        long count = 0;
        for (int i = next(s, part, (int) low, high); i >= 0; i = next(s, part, i + size, high)) {
            count++;
            if (i + 2L * size > high) {
                break;
            }
        }
        return count;
    }

    static boolean startsWith(CharSequence s, @Nullable Object prefix, long start, long end) {
        if (prefix instanceof Tuple several) {
            for (Object each : several.items()) {
                if (fits(s, text(each, "startswith", true), start, end, false)) {
                    return true;
                }
            }
            return false;
        }
        return fits(s, text(prefix, "startswith", false), start, end, false);
    }

    static boolean endsWith(CharSequence s, @Nullable Object suffix, long start, long end) {
        if (suffix instanceof Tuple several) {
            for (Object each : several.items()) {
                if (fits(s, text(each, "endswith", true), start, end, true)) {
                    return true;
                }
            }
            return false;
        }
        return fits(s, text(suffix, "endswith", false), start, end, true);
    }

    private static CharSequence text(@Nullable Object value, String method, boolean inTuple) {
        if (value instanceof CharSequence text) {
            return text;
        }
        String type = Values.typeName(value);
        throw new TypeError(
                inTuple
                        ? "tuple for " + method + " must only contain str, not " + type
                        : method + " first arg must be str or a tuple of str, not " + type);
    }

    private static boolean fits(
            CharSequence s, CharSequence part, long start, long end, boolean atEnd) {
        int length = Text.length(s);
        long low = low(start, length);
        int high = high(end, length);
        int size = Text.length(part);
        return high - low >= size && matches(s, atEnd ? high - size : (int) low, part);
    }

    static CharSequence replace(CharSequence s, CharSequence old, CharSequence with, long count) {
        if (count == 0 || Text.__eq__(old, with)) {
            return s;
        }
        if (count < 0 && s instanceof String a && old instanceof String b && !b.isEmpty()) {
            if (with instanceof String c) {
                return a.replace(b, c);
            }
        }
        int length = Text.length(s);
        int size = Text.length(old);
        long left = count < 0 ? Long.MAX_VALUE : count;
        TextBuilder text = new TextBuilder();
        int from = 0;
        if (size == 0) {
            for (; left > 0 && from <= length; left--) {
                text.append(with);
                if (from == length) {
                    return text.build();
                }
                text.appendPoint(Text.at(s, from++));
            }
            return text.append(s, from, length).build();
        }
        while (left-- > 0) {
            int at = length - from < size ? -1 : next(s, old, from, length);
            if (at < 0) {
                break;
            }
            text.append(s, from, at).append(with);
            from = at + size;
        }
        return from == 0 ? s : text.append(s, from, length).build();
    }
}
