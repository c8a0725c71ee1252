package krait.runtime;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Taking a text apart: split, splitlines, partition, strip.
final class TextSplit {
    private TextSplit() {}

    private static void refuseEmpty(CharSequence separator) {
        if (separator.isEmpty()) {
            throw new ValueError("empty separator");
        }
    }

    static ObjectList split(CharSequence s, @Nullable CharSequence separator, long max) {
        return split(s, separator, max, TextClass::isSpace);
    }

    static ObjectList split(
            CharSequence s, @Nullable CharSequence separator, long max, IntPredicate space) {
        long left = max < 0 ? Long.MAX_VALUE : max;
        if (separator == null) {
            return splitAtSpace(s, left, space);
        }
        refuseEmpty(separator);
        ObjectList parts = new ObjectList();
        int length = Text.length(s);
        int size = Text.length(separator);
        int from = 0;
        while (left-- > 0) {
            int at = TextSearch.find(s, separator, from, length);
            if (at < 0) {
                break;
            }
            parts.append(Text.part(s, from, at));
            from = at + size;
        }
        parts.append(Text.part(s, from, length));
        return parts;
    }

    private static ObjectList splitAtSpace(CharSequence s, long max, IntPredicate space) {
        ObjectList parts = new ObjectList();
        int length = Text.length(s);
        long left = max;
        int i = 0;
        while (true) {
            while (i < length && space.test(Text.at(s, i))) {
                i++;
            }
            if (i == length) {
                return parts;
            }
            if (left-- <= 0) {
                parts.append(Text.part(s, i, length));
                return parts;
            }
            int from = i;
            while (i < length && !space.test(Text.at(s, i))) {
                i++;
            }
            parts.append(Text.part(s, from, i));
        }
    }

    static ObjectList rsplit(CharSequence s, @Nullable CharSequence separator, long max) {
        return rsplit(s, separator, max, TextClass::isSpace);
    }

    static ObjectList rsplit(
            CharSequence s, @Nullable CharSequence separator, long max, IntPredicate space) {
        long left = max < 0 ? Long.MAX_VALUE : max;
        ObjectList parts = new ObjectList();
        int end = Text.length(s);
        if (separator == null) {
            rsplitAtSpace(s, left, parts, space);
        } else {
            refuseEmpty(separator);
            int size = Text.length(separator);
            while (left-- > 0) {
                int at = TextSearch.rfind(s, separator, 0, end);
                if (at < 0) {
                    break;
                }
                parts.append(Text.part(s, at + size, end));
                end = at;
            }
            parts.append(Text.part(s, 0, end));
        }
        parts.reverse();
        return parts;
    }

    private static void rsplitAtSpace(
            CharSequence s, long max, ObjectList parts, IntPredicate space) {
        long left = max;
        int i = Text.length(s);
        while (true) {
            while (i > 0 && space.test(Text.at(s, i - 1))) {
                i--;
            }
            if (i == 0) {
                return;
            }
            if (left-- <= 0) {
                parts.append(Text.part(s, 0, i));
                return;
            }
            int to = i;
            while (i > 0 && !space.test(Text.at(s, i - 1))) {
                i--;
            }
            parts.append(Text.part(s, i, to));
        }
    }

    static ObjectList lines(CharSequence s, boolean keepEnds) {
        return lines(s, keepEnds, TextClass::isLineBreak);
    }

    static ObjectList lines(CharSequence s, boolean keepEnds, IntPredicate lineBreak) {
        ObjectList lines = new ObjectList();
        int length = Text.length(s);
        int from = 0;
        while (from < length) {
            int end = from;
            while (end < length && !lineBreak.test(Text.at(s, end))) {
                end++;
            }
            int next = end;
            if (next < length) {
                next++;
                boolean pair = Text.at(s, end) == '\r' && next < length && Text.at(s, next) == '\n';
                next += pair ? 1 : 0;
            }
            lines.append(Text.part(s, from, keepEnds ? next : end));
            from = next;
        }
        return lines;
    }

    static Tuple partition(CharSequence s, CharSequence separator) {
        refuseEmpty(separator);
        int length = Text.length(s);
        int at = TextSearch.find(s, separator, 0, length);
        if (at < 0) {
            return Tuple.of(s, "", "");
        }
        int after = at + Text.length(separator);
        return Tuple.of(Text.part(s, 0, at), separator, Text.part(s, after, length));
    }

    static Tuple rpartition(CharSequence s, CharSequence separator) {
        refuseEmpty(separator);
        int length = Text.length(s);
        int at = TextSearch.rfind(s, separator, 0, length);
        if (at < 0) {
            return Tuple.of("", "", s);
        }
        int after = at + Text.length(separator);
        return Tuple.of(Text.part(s, 0, at), separator, Text.part(s, after, length));
    }

    static CharSequence strip(
            CharSequence s, @Nullable CharSequence chars, boolean left, boolean right) {
        int from = 0;
        int to = Text.length(s);
        if (left) {
            while (from < to && strips(chars, Text.at(s, from))) {
                from++;
            }
        }
        if (right) {
            while (to > from && strips(chars, Text.at(s, to - 1))) {
                to--;
            }
        }
        return Text.part(s, from, to);
    }

    private static boolean strips(@Nullable CharSequence chars, int point) {
        if (chars == null) {
            return TextClass.isSpace(point);
        }
        int length = Text.length(chars);
        for (int i = 0; i < length; i++) {
            if (Text.at(chars, i) == point) {
                return true;
            }
        }
        return false;
    }
}
