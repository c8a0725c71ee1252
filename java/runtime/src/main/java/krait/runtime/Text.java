package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The methods of Python's `str`, on code points.
///
/// A text is a `String` when it has no surrogate unit, else a [WideText]; every method takes and
/// gives only these two forms. A bound that was left out is 0 or [Long#MAX_VALUE].
@SuppressWarnings("MemberName")
public final class Text extends TextForm {
    private Text() {}

    /// `len(s)`.
    public static long __len__(CharSequence s) {
        return length(s);
    }

    /// `s == other`.
    public static boolean __eq__(CharSequence s, CharSequence other) {
        if (s instanceof String left && other instanceof String right) {
            return left.equals(right);
        }
        return s instanceof WideText left && other instanceof WideText right && left.equals(right);
    }

    /// `s != other`.
    public static boolean __ne__(CharSequence s, CharSequence other) {
        return !__eq__(s, other);
    }

    /// `s < other`.
    public static boolean __lt__(CharSequence s, CharSequence other) {
        return compare(s, other) < 0;
    }

    /// `s <= other`.
    public static boolean __le__(CharSequence s, CharSequence other) {
        return compare(s, other) <= 0;
    }

    /// `s > other`.
    public static boolean __gt__(CharSequence s, CharSequence other) {
        return compare(s, other) > 0;
    }

    /// `s >= other`.
    public static boolean __ge__(CharSequence s, CharSequence other) {
        return compare(s, other) >= 0;
    }

    /// `hash(s)`: any, as CPython's is.
    public static long __hash__(CharSequence s) {
        return hash(s);
    }

    /// `bool(s)`.
    public static boolean __bool__(CharSequence s) {
        return !s.isEmpty();
    }

    /// `repr(s)`.
    public static CharSequence __repr__(CharSequence s) {
        return TextRepr.repr(s);
    }

    /// `str(s)`.
    public static CharSequence __str__(CharSequence s) {
        return s;
    }

    /// `part in s`.
    public static boolean __contains__(CharSequence s, CharSequence part) {
        if (s instanceof String text && part instanceof String sought) {
            return sought.length() == 1
                    ? text.indexOf(sought.charAt(0)) >= 0
                    : text.contains(sought);
        }
        return TextSearch.find(s, part, 0, length(s)) >= 0;
    }

    /// `s[index]`.
    public static CharSequence __getitem__(CharSequence s, long index) {
        if (s instanceof String text && index >= 0 && index < text.length()) {
            return ofPoint(text.charAt((int) index));
        }
        int length = length(s);
        long at = index < 0 ? index + length : index;
        if (at < 0 || at >= length) {
            throw new IndexError("string index out of range");
        }
        return ofPoint(at(s, (int) at));
    }

    /// `s[slice]`.
    public static CharSequence __getitem__(CharSequence s, Slice slice) {
        int length = length(s);
        int count = slice.count(length);
        int from = slice.start(length);
        int step = slice.step();
        if (step == 1) {
            return part(s, from, from + count);
        }
        TextBuilder text = new TextBuilder(count);
        for (int i = 0; i < count; i++) {
            text.appendPoint(at(s, from + i * step));
        }
        return text.build();
    }

    /// `s[key]`.
    public static CharSequence __getitem__(CharSequence s, @Nullable Object key) {
        if (key instanceof Slice slice) {
            return __getitem__(s, slice);
        }
        if (!(key instanceof Number || key instanceof Boolean) || key instanceof Double) {
            String type = Values.typeName(key);
            throw new TypeError("string indices must be integers, not '" + type + "'");
        }
        return __getitem__(s, Indexes.position(key));
    }

    /// `iter(s)`.
    public static PyIterator __iter__(CharSequence s) {
        return new TextIterator(s);
    }

    /// `reversed(s)`.
    public static PyIterator __reversed__(CharSequence s) {
        return __iter__(__getitem__(s, Slice.of(null, null, -1L)));
    }

    /// `s + other`.
    public static CharSequence __add__(CharSequence s, CharSequence other) {
        if (s instanceof String a && other instanceof String b) {
            return a.concat(b);
        }
        return new TextBuilder(0).append(s).append(other).build();
    }

    /// `s * times`.
    public static CharSequence __mul__(CharSequence s, long times) {
        int total = Indexes.repeated(length(s), times);
        if (total == 0) {
            return "";
        }
        if (s instanceof WideText wide) {
            int[] points = new int[total];
            for (int at = 0; at < total; at += wide.points().length) {
                System.arraycopy(wide.points(), 0, points, at, wide.points().length);
            }
            return new WideText(points);
        }
        return s.toString().repeat((int) times);
    }

    /// `times * s`.
    public static CharSequence __rmul__(CharSequence s, long times) {
        return __mul__(s, times);
    }

    /// `ord(s)`.
    public static long ord(CharSequence s) {
        if (length(s) != 1) {
            throw new TypeError(
                    "ord() expected a character, but string of length " + length(s) + " found");
        }
        return at(s, 0);
    }

    /// `chr(point)`.
    public static CharSequence chr(long point) {
        if (point < 0 || point > Character.MAX_CODE_POINT) {
            throw new ValueError("chr() arg not in range(0x110000)");
        }
        return ofPoint((int) point);
    }

    /// `s.find(part)`.
    public static long find(CharSequence s, CharSequence part) {
        return TextSearch.find(s, part, 0, Long.MAX_VALUE);
    }

    /// `s.find(part, start)`.
    public static long find(CharSequence s, CharSequence part, long start) {
        return TextSearch.find(s, part, start, Long.MAX_VALUE);
    }

    /// `s.find(part, start, end)`.
    public static long find(CharSequence s, CharSequence part, long start, long end) {
        return TextSearch.find(s, part, start, end);
    }

    /// `s.rfind(part)`.
    public static long rfind(CharSequence s, CharSequence part) {
        return TextSearch.rfind(s, part, 0, Long.MAX_VALUE);
    }

    /// `s.rfind(part, start)`.
    public static long rfind(CharSequence s, CharSequence part, long start) {
        return TextSearch.rfind(s, part, start, Long.MAX_VALUE);
    }

    /// `s.rfind(part, start, end)`.
    public static long rfind(CharSequence s, CharSequence part, long start, long end) {
        return TextSearch.rfind(s, part, start, end);
    }

    /// `s.index(part)`.
    public static long index(CharSequence s, CharSequence part) {
        return found(find(s, part));
    }

    /// `s.index(part, start)`.
    public static long index(CharSequence s, CharSequence part, long start) {
        return found(find(s, part, start));
    }

    /// `s.index(part, start, end)`.
    public static long index(CharSequence s, CharSequence part, long start, long end) {
        return found(find(s, part, start, end));
    }

    /// `s.rindex(part)`.
    public static long rindex(CharSequence s, CharSequence part) {
        return found(rfind(s, part));
    }

    /// `s.rindex(part, start)`.
    public static long rindex(CharSequence s, CharSequence part, long start) {
        return found(rfind(s, part, start));
    }

    /// `s.rindex(part, start, end)`.
    public static long rindex(CharSequence s, CharSequence part, long start, long end) {
        return found(rfind(s, part, start, end));
    }

    private static long found(long position) {
        if (position < 0) {
            throw new ValueError("substring not found");
        }
        return position;
    }

    /// `s.count(part)`.
    public static long count(CharSequence s, CharSequence part) {
        return TextSearch.count(s, part, 0, Long.MAX_VALUE);
    }

    /// `s.count(part, start)`.
    public static long count(CharSequence s, CharSequence part, long start) {
        return TextSearch.count(s, part, start, Long.MAX_VALUE);
    }

    /// `s.count(part, start, end)`.
    public static long count(CharSequence s, CharSequence part, long start, long end) {
        return TextSearch.count(s, part, start, end);
    }

    /// `s.startswith(prefix)`; a tuple is any of several.
    public static boolean startswith(CharSequence s, @Nullable Object prefix) {
        return TextSearch.startsWith(s, prefix, 0, Long.MAX_VALUE);
    }

    /// `s.startswith(prefix, start)`.
    public static boolean startswith(CharSequence s, @Nullable Object prefix, long start) {
        return TextSearch.startsWith(s, prefix, start, Long.MAX_VALUE);
    }

    /// `s.startswith(prefix, start, end)`.
    public static boolean startswith(
            CharSequence s, @Nullable Object prefix, long start, long end) {
        return TextSearch.startsWith(s, prefix, start, end);
    }

    /// `s.endswith(suffix)`; a tuple is any of several.
    public static boolean endswith(CharSequence s, @Nullable Object suffix) {
        return TextSearch.endsWith(s, suffix, 0, Long.MAX_VALUE);
    }

    /// `s.endswith(suffix, start)`.
    public static boolean endswith(CharSequence s, @Nullable Object suffix, long start) {
        return TextSearch.endsWith(s, suffix, start, Long.MAX_VALUE);
    }

    /// `s.endswith(suffix, start, end)`.
    public static boolean endswith(CharSequence s, @Nullable Object suffix, long start, long end) {
        return TextSearch.endsWith(s, suffix, start, end);
    }

    /// `s.removeprefix(prefix)`.
    public static CharSequence removeprefix(CharSequence s, CharSequence prefix) {
        return startswith(s, prefix) ? part(s, length(prefix), length(s)) : s;
    }

    /// `s.removesuffix(suffix)`.
    public static CharSequence removesuffix(CharSequence s, CharSequence suffix) {
        return endswith(s, suffix) ? part(s, 0, length(s) - length(suffix)) : s;
    }

    /// `s.replace(old, new)`.
    public static CharSequence replace(CharSequence s, CharSequence old, CharSequence with) {
        return TextSearch.replace(s, old, with, -1);
    }

    /// `s.replace(old, new, count)`.
    public static CharSequence replace(
            CharSequence s, CharSequence old, CharSequence with, long count) {
        return TextSearch.replace(s, old, with, count);
    }

    /// `s.split()`.
    public static ObjectList split(CharSequence s) {
        return TextSplit.split(s, null, -1);
    }

    /// `s.split(separator)`.
    public static ObjectList split(CharSequence s, @Nullable CharSequence separator) {
        return TextSplit.split(s, separator, -1);
    }

    /// `s.split(separator, maxsplit)`.
    public static ObjectList split(CharSequence s, @Nullable CharSequence separator, long max) {
        return TextSplit.split(s, separator, max);
    }

    /// `s.rsplit()`.
    public static ObjectList rsplit(CharSequence s) {
        return TextSplit.rsplit(s, null, -1);
    }

    /// `s.rsplit(separator)`.
    public static ObjectList rsplit(CharSequence s, @Nullable CharSequence separator) {
        return TextSplit.rsplit(s, separator, -1);
    }

    /// `s.rsplit(separator, maxsplit)`.
    public static ObjectList rsplit(CharSequence s, @Nullable CharSequence separator, long max) {
        return TextSplit.rsplit(s, separator, max);
    }

    /// `s.splitlines()`.
    public static ObjectList splitlines(CharSequence s) {
        return TextSplit.lines(s, false);
    }

    /// `s.splitlines(keepends)`.
    public static ObjectList splitlines(CharSequence s, boolean keepends) {
        return TextSplit.lines(s, keepends);
    }

    /// `s.partition(separator)`.
    public static Tuple partition(CharSequence s, CharSequence separator) {
        return TextSplit.partition(s, separator);
    }

    /// `s.rpartition(separator)`.
    public static Tuple rpartition(CharSequence s, CharSequence separator) {
        return TextSplit.rpartition(s, separator);
    }

    /// `s.strip()`.
    public static CharSequence strip(CharSequence s) {
        return TextSplit.strip(s, null, true, true);
    }

    /// `s.strip(chars)`.
    public static CharSequence strip(CharSequence s, @Nullable CharSequence chars) {
        return TextSplit.strip(s, chars, true, true);
    }

    /// `s.lstrip()`.
    public static CharSequence lstrip(CharSequence s) {
        return TextSplit.strip(s, null, true, false);
    }

    /// `s.lstrip(chars)`.
    public static CharSequence lstrip(CharSequence s, @Nullable CharSequence chars) {
        return TextSplit.strip(s, chars, true, false);
    }

    /// `s.rstrip()`.
    public static CharSequence rstrip(CharSequence s) {
        return TextSplit.strip(s, null, false, true);
    }

    /// `s.rstrip(chars)`.
    public static CharSequence rstrip(CharSequence s, @Nullable CharSequence chars) {
        return TextSplit.strip(s, chars, false, true);
    }

    /// `s.join(items)`.
    public static CharSequence join(CharSequence s, @Nullable Object items) {
        return TextLayout.join(s, items);
    }

    /// `s.lower()`.
    public static CharSequence lower(CharSequence s) {
        return TextCase.lower(s);
    }

    /// `s.upper()`.
    public static CharSequence upper(CharSequence s) {
        return TextCase.upper(s);
    }

    /// `s.title()`.
    public static CharSequence title(CharSequence s) {
        return TextCase.title(s);
    }

    /// `s.capitalize()`.
    public static CharSequence capitalize(CharSequence s) {
        return TextCase.capitalize(s);
    }

    /// `s.swapcase()`.
    public static CharSequence swapcase(CharSequence s) {
        return TextCase.swapcase(s);
    }

    /// `s.casefold()`.
    public static CharSequence casefold(CharSequence s) {
        return TextCase.casefold(s);
    }

    /// `s.isalpha()`.
    public static boolean isalpha(CharSequence s) {
        return TextClass.all(s, TextClass::isAlpha);
    }

    /// `s.isalnum()`.
    public static boolean isalnum(CharSequence s) {
        return TextClass.all(s, TextClass::isAlnum);
    }

    /// `s.isdecimal()`.
    public static boolean isdecimal(CharSequence s) {
        return TextClass.all(s, TextClass::isDecimal);
    }

    /// `s.isdigit()`.
    public static boolean isdigit(CharSequence s) {
        return TextClass.all(s, TextClass::isDigit);
    }

    /// `s.isnumeric()`.
    public static boolean isnumeric(CharSequence s) {
        return TextClass.all(s, TextClass::isNumeric);
    }

    /// `s.isspace()`.
    public static boolean isspace(CharSequence s) {
        return TextClass.all(s, TextClass::isSpace);
    }

    /// `s.isprintable()`.
    public static boolean isprintable(CharSequence s) {
        return s.isEmpty() || TextClass.all(s, TextClass::isPrintable);
    }

    /// `s.isascii()`.
    public static boolean isascii(CharSequence s) {
        return s.isEmpty() || TextClass.all(s, point -> point < 128);
    }

    /// `s.islower()`.
    public static boolean islower(CharSequence s) {
        return TextClass.isLower(s);
    }

    /// `s.isupper()`.
    public static boolean isupper(CharSequence s) {
        return TextClass.isUpper(s);
    }

    /// `s.istitle()`.
    public static boolean istitle(CharSequence s) {
        return TextClass.isTitle(s);
    }

    /// `s.isidentifier()`.
    public static boolean isidentifier(CharSequence s) {
        return TextClass.isIdentifier(s);
    }

    /// `s.zfill(width)`.
    public static CharSequence zfill(CharSequence s, long width) {
        return TextLayout.zfill(s, width);
    }

    /// `s.center(width)`.
    public static CharSequence center(CharSequence s, long width) {
        return TextLayout.center(s, width, " ");
    }

    /// `s.center(width, fill)`.
    public static CharSequence center(CharSequence s, long width, CharSequence fill) {
        return TextLayout.center(s, width, fill);
    }

    /// `s.ljust(width)`.
    public static CharSequence ljust(CharSequence s, long width) {
        return TextLayout.ljust(s, width, " ");
    }

    /// `s.ljust(width, fill)`.
    public static CharSequence ljust(CharSequence s, long width, CharSequence fill) {
        return TextLayout.ljust(s, width, fill);
    }

    /// `s.rjust(width)`.
    public static CharSequence rjust(CharSequence s, long width) {
        return TextLayout.rjust(s, width, " ");
    }

    /// `s.rjust(width, fill)`.
    public static CharSequence rjust(CharSequence s, long width, CharSequence fill) {
        return TextLayout.rjust(s, width, fill);
    }

    /// `s.expandtabs()`.
    public static CharSequence expandtabs(CharSequence s) {
        return TextLayout.expandTabs(s, 8);
    }

    /// `s.expandtabs(tabsize)`.
    public static CharSequence expandtabs(CharSequence s, long tabsize) {
        return TextLayout.expandTabs(s, tabsize);
    }

    /// `s.translate(table)`.
    public static CharSequence translate(CharSequence s, @Nullable Object table) {
        return TextLayout.translate(s, table);
    }

    /// `str.maketrans(mapping)`.
    public static Dict maketrans(Dict mapping) {
        return TextLayout.makeTranslation(mapping);
    }

    /// `str.maketrans(from, to)`.
    public static Dict maketrans(CharSequence from, CharSequence to) {
        return TextLayout.makeTranslation(from, to, "");
    }

    /// `str.maketrans(from, to, deleted)`.
    public static Dict maketrans(CharSequence from, CharSequence to, CharSequence deleted) {
        return TextLayout.makeTranslation(from, to, deleted);
    }

    /// `s % values`.
    public static CharSequence __mod__(CharSequence s, @Nullable Object values) {
        return Percent.format(s, values);
    }

    /// `s.format(*args, **names)`.
    public static CharSequence format(CharSequence s, Tuple args, Dict names) {
        return StrFormat.format(s, args.toArray(), names);
    }

    /// `s.format(*args)`.
    public static CharSequence format(CharSequence s, Tuple args) {
        return StrFormat.format(s, args.toArray());
    }

    /// `s.encode()`.
    public static Bytes encode(CharSequence s) {
        return TextCodec.encode(s, "utf-8", "strict");
    }

    /// `s.encode(encoding)`.
    public static Bytes encode(CharSequence s, CharSequence encoding) {
        return TextCodec.encode(s, encoding, "strict");
    }

    /// `s.encode(encoding, errors)`.
    public static Bytes encode(CharSequence s, CharSequence encoding, CharSequence errors) {
        return TextCodec.encode(s, encoding, errors);
    }

    /// `str()`.
    public static CharSequence new_() {
        return "";
    }

    /// `str(value)`.
    public static CharSequence new_(@Nullable Object value) {
        return Values.str(value);
    }
}
