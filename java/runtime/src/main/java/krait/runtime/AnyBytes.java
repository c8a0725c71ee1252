package krait.runtime;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What `bytes` and `bytearray` have in common. Results are of the receiver's class.
///
/// Much works on the text in Latin-1, where each byte is the code point of its number: searching
/// and splitting are the same, only spaces, letters and line ends are those of ASCII.
@SuppressWarnings("MemberName")
public abstract sealed class AnyBytes implements PyObject, Sized permits Bytes, ByteArray {
    private static final String SPACE = " \t\n\r\u000b\f";

    AnyBytes() {}

    /// The bytes, and perhaps room behind them.
    abstract byte[] array();

    /// Bytes of the same class.
    abstract AnyBytes made(byte[] bytes);

    /// `b[slice]`.
    public abstract AnyBytes __getitem__(Slice slice);

    private String text() {
        return new String(array(), 0, size(), StandardCharsets.ISO_8859_1);
    }

    private AnyBytes made(@Nullable Object text) {
        return made(String.valueOf(text).getBytes(StandardCharsets.ISO_8859_1));
    }

    private ObjectList madeAll(ObjectList texts) {
        ObjectList parts = new ObjectList(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            parts.append(made(texts.item(i)));
        }
        return parts;
    }

    private Tuple madeAll(Tuple texts) {
        return Tuple.of(made(texts.get(0)), made(texts.get(1)), made(texts.get(2)));
    }

    private static String textOf(@Nullable Object part) {
        if (part instanceof AnyBytes bytes) {
            return bytes.text();
        }
        String type = Values.typeName(part);
        throw new TypeError("a bytes-like object is required, not '" + type + "'");
    }

    private static @Nullable String textOrNull(@Nullable Object part) {
        return part == null ? null : textOf(part);
    }

    /// What is sought: bytes, or one as an int.
    private static String sought(@Nullable Object part) {
        if (part instanceof Long || part instanceof Boolean || part instanceof BigInteger) {
            long value = Indexes.clamped(part);
            if (value < 0 || value > 255) {
                throw new ValueError("byte must be in range(0, 256)");
            }
            return String.valueOf((char) value);
        }
        if (part instanceof AnyBytes bytes) {
            return bytes.text();
        }
        throw new TypeError(
                "argument should be integer or bytes-like object, not '"
                        + Values.typeName(part)
                        + "'");
    }

    @Override
    public final long __len__() {
        return size();
    }

    @Override
    public final boolean __bool__() {
        return size() != 0;
    }

    /// `b[index]`.
    public final long __getitem__(long index) {
        long at = index < 0 ? index + size() : index;
        if (at < 0 || at >= size()) {
            String type = this instanceof Bytes ? "index" : "bytearray index";
            throw new IndexError(type + " out of range");
        }
        return array()[(int) at] & 0xFF;
    }

    @Override
    public final @Nullable Object __getitem__(@Nullable Object key) {
        return key instanceof Slice slice
                ? __getitem__(slice)
                : (Object) __getitem__(Indexes.position(key));
    }

    @Override
    public final boolean __contains__(@Nullable Object part) {
        if (part instanceof AnyBytes bytes) {
            return text().contains(bytes.text());
        }
        if (!(part instanceof Long || part instanceof Boolean || part instanceof BigInteger)) {
            String type = Values.typeName(part);
            throw new TypeError("a bytes-like object is required, not '" + type + "'");
        }
        return text().contains(sought(part));
    }

    @Override
    public final PyIterator __iter__() {
        return new ByteIterator(this);
    }

    @Override
    public final Object __eq__(@Nullable Object other) {
        return other instanceof AnyBytes that
                ? (Object) Arrays.equals(array(), 0, size(), that.array(), 0, that.size())
                : NotImplemented.VALUE;
    }

    private Object ordered(Order order, @Nullable Object other) {
        if (!(other instanceof AnyBytes that)) {
            return NotImplemented.VALUE;
        }
        return order.holds(
                Arrays.compareUnsigned(array(), 0, size(), that.array(), 0, that.size()));
    }

    @Override
    public final Object __lt__(@Nullable Object other) {
        return ordered(Order.LT, other);
    }

    @Override
    public final Object __le__(@Nullable Object other) {
        return ordered(Order.LE, other);
    }

    @Override
    public final Object __gt__(@Nullable Object other) {
        return ordered(Order.GT, other);
    }

    @Override
    public final Object __ge__(@Nullable Object other) {
        return ordered(Order.GE, other);
    }

    /// `b.find(part)`.
    public final long find(@Nullable Object part) {
        return find(part, 0, Long.MAX_VALUE);
    }

    /// `b.find(part, start)`.
    public final long find(@Nullable Object part, long start) {
        return find(part, start, Long.MAX_VALUE);
    }

    /// `b.find(part, start, end)`.
    public final long find(@Nullable Object part, long start, long end) {
        return TextSearch.find(text(), sought(part), start, end);
    }

    /// `b.rfind(part)`.
    public final long rfind(@Nullable Object part) {
        return rfind(part, 0, Long.MAX_VALUE);
    }

    /// `b.rfind(part, start)`.
    public final long rfind(@Nullable Object part, long start) {
        return rfind(part, start, Long.MAX_VALUE);
    }

    /// `b.rfind(part, start, end)`.
    public final long rfind(@Nullable Object part, long start, long end) {
        return TextSearch.rfind(text(), sought(part), start, end);
    }

    /// `b.index(part)`.
    public final long index(@Nullable Object part) {
        return found(find(part));
    }

    /// `b.index(part, start)`.
    public final long index(@Nullable Object part, long start) {
        return found(find(part, start));
    }

    /// `b.index(part, start, end)`.
    public final long index(@Nullable Object part, long start, long end) {
        return found(find(part, start, end));
    }

    /// `b.rindex(part)`.
    public final long rindex(@Nullable Object part) {
        return found(rfind(part));
    }

    /// `b.rindex(part, start)`.
    public final long rindex(@Nullable Object part, long start) {
        return found(rfind(part, start));
    }

    /// `b.rindex(part, start, end)`.
    public final long rindex(@Nullable Object part, long start, long end) {
        return found(rfind(part, start, end));
    }

    private static long found(long position) {
        if (position < 0) {
            throw new ValueError("subsection not found");
        }
        return position;
    }

    /// `b.count(part)`.
    public final long count(@Nullable Object part) {
        return count(part, 0, Long.MAX_VALUE);
    }

    /// `b.count(part, start)`.
    public final long count(@Nullable Object part, long start) {
        return count(part, start, Long.MAX_VALUE);
    }

    /// `b.count(part, start, end)`.
    public final long count(@Nullable Object part, long start, long end) {
        return TextSearch.count(text(), sought(part), start, end);
    }

    /// `b.startswith(prefix)`; a tuple is any of several.
    public final boolean startswith(@Nullable Object prefix) {
        return startswith(prefix, 0, Long.MAX_VALUE);
    }

    /// `b.startswith(prefix, start)`.
    public final boolean startswith(@Nullable Object prefix, long start) {
        return startswith(prefix, start, Long.MAX_VALUE);
    }

    /// `b.startswith(prefix, start, end)`.
    public final boolean startswith(@Nullable Object prefix, long start, long end) {
        return TextSearch.startsWith(text(), texts(prefix, "startswith"), start, end);
    }

    /// `b.endswith(suffix)`; a tuple is any of several.
    public final boolean endswith(@Nullable Object suffix) {
        return endswith(suffix, 0, Long.MAX_VALUE);
    }

    /// `b.endswith(suffix, start)`.
    public final boolean endswith(@Nullable Object suffix, long start) {
        return endswith(suffix, start, Long.MAX_VALUE);
    }

    /// `b.endswith(suffix, start, end)`.
    public final boolean endswith(@Nullable Object suffix, long start, long end) {
        return TextSearch.endsWith(text(), texts(suffix, "endswith"), start, end);
    }

    private static Object texts(@Nullable Object part, String method) {
        if (part instanceof Tuple several) {
            @Nullable Object[] texts = new @Nullable Object[several.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = textOf(several.get(i));
            }
            return Tuple.of(texts);
        }
        if (part instanceof AnyBytes bytes) {
            return bytes.text();
        }
        throw new TypeError(
                method
                        + " first arg must be bytes or a tuple of bytes, not "
                        + Values.typeName(part));
    }

    /// `b.removeprefix(prefix)`.
    public final AnyBytes removeprefix(AnyBytes prefix) {
        return made(Text.removeprefix(text(), prefix.text()));
    }

    /// `b.removesuffix(suffix)`.
    public final AnyBytes removesuffix(AnyBytes suffix) {
        return made(Text.removesuffix(text(), suffix.text()));
    }

    /// `b.replace(old, new)`.
    public final AnyBytes replace(AnyBytes old, AnyBytes with) {
        return replace(old, with, -1);
    }

    /// `b.replace(old, new, count)`.
    public final AnyBytes replace(AnyBytes old, AnyBytes with, long count) {
        return made(TextSearch.replace(text(), old.text(), with.text(), count));
    }

    /// `b.split()`.
    public final ObjectList split() {
        return split(null, -1);
    }

    /// `b.split(separator)`.
    public final ObjectList split(@Nullable Object separator) {
        return split(separator, -1);
    }

    /// `b.split(separator, maxsplit)`.
    public final ObjectList split(@Nullable Object separator, long max) {
        return madeAll(TextSplit.split(text(), textOrNull(separator), max, AnyBytes::isSpace));
    }

    /// `b.rsplit()`.
    public final ObjectList rsplit() {
        return rsplit(null, -1);
    }

    /// `b.rsplit(separator)`.
    public final ObjectList rsplit(@Nullable Object separator) {
        return rsplit(separator, -1);
    }

    /// `b.rsplit(separator, maxsplit)`.
    public final ObjectList rsplit(@Nullable Object separator, long max) {
        return madeAll(TextSplit.rsplit(text(), textOrNull(separator), max, AnyBytes::isSpace));
    }

    /// `b.splitlines()`.
    public final ObjectList splitlines() {
        return splitlines(false);
    }

    /// `b.splitlines(keepends)`.
    public final ObjectList splitlines(boolean keepends) {
        return madeAll(TextSplit.lines(text(), keepends, AnyBytes::isLineBreak));
    }

    /// `b.partition(separator)`.
    public final Tuple partition(AnyBytes separator) {
        return madeAll(TextSplit.partition(text(), separator.text()));
    }

    /// `b.rpartition(separator)`.
    public final Tuple rpartition(AnyBytes separator) {
        return madeAll(TextSplit.rpartition(text(), separator.text()));
    }

    private AnyBytes stripped(@Nullable Object bytes, boolean left, boolean right) {
        String chars = bytes == null ? SPACE : textOf(bytes);
        return made(TextSplit.strip(text(), chars, left, right));
    }

    /// `b.strip()`.
    public final AnyBytes strip() {
        return stripped(null, true, true);
    }

    /// `b.strip(bytes)`.
    public final AnyBytes strip(@Nullable Object bytes) {
        return stripped(bytes, true, true);
    }

    /// `b.lstrip()`.
    public final AnyBytes lstrip() {
        return stripped(null, true, false);
    }

    /// `b.lstrip(bytes)`.
    public final AnyBytes lstrip(@Nullable Object bytes) {
        return stripped(bytes, true, false);
    }

    /// `b.rstrip()`.
    public final AnyBytes rstrip() {
        return stripped(null, false, true);
    }

    /// `b.rstrip(bytes)`.
    public final AnyBytes rstrip(@Nullable Object bytes) {
        return stripped(bytes, false, true);
    }

    /// `b.join(items)`.
    public final AnyBytes join(@Nullable Object items) {
        ObjectList list = ObjectList.from(items);
        ObjectList texts = new ObjectList(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (!(list.item(i) instanceof AnyBytes bytes)) {
                throw new TypeError(
                        "sequence item "
                                + i
                                + ": expected a bytes-like object, "
                                + Values.typeName(list.item(i))
                                + " found");
            }
            texts.append(bytes.text());
        }
        return made(TextLayout.join(text(), texts));
    }

    /// `b.lower()`.
    public final AnyBytes lower() {
        return made(AsciiCase.lower(text()));
    }

    /// `b.upper()`.
    public final AnyBytes upper() {
        return made(AsciiCase.upper(text()));
    }

    /// `b.title()`.
    public final AnyBytes title() {
        return made(AsciiCase.title(text()));
    }

    /// `b.capitalize()`.
    public final AnyBytes capitalize() {
        return made(AsciiCase.capitalize(text()));
    }

    /// `b.swapcase()`.
    public final AnyBytes swapcase() {
        return made(AsciiCase.swapcase(text()));
    }

    /// `b.isalpha()`.
    public final boolean isalpha() {
        return TextClass.all(text(), AsciiCase::isLetter);
    }

    /// `b.isalnum()`.
    public final boolean isalnum() {
        return TextClass.all(text(), point -> AsciiCase.isLetter(point) || isDigit(point));
    }

    /// `b.isdigit()`.
    public final boolean isdigit() {
        return TextClass.all(text(), AnyBytes::isDigit);
    }

    private static boolean isSpace(int point) {
        return SPACE.indexOf(point) >= 0;
    }

    private static boolean isLineBreak(int point) {
        return point == '\n' || point == '\r';
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    /// `b.isspace()`.
    public final boolean isspace() {
        return TextClass.all(text(), AnyBytes::isSpace);
    }

    /// `b.isascii()`.
    public final boolean isascii() {
        return Text.isascii(text());
    }

    /// `b.islower()`.
    public final boolean islower() {
        return TextClass.isLower(AsciiCase.masked(text()));
    }

    /// `b.isupper()`.
    public final boolean isupper() {
        return TextClass.isUpper(AsciiCase.masked(text()));
    }

    /// `b.istitle()`.
    public final boolean istitle() {
        return TextClass.isTitle(AsciiCase.masked(text()));
    }

    /// `b.zfill(width)`.
    public final AnyBytes zfill(long width) {
        return made(TextLayout.zfill(text(), width));
    }

    /// `b.center(width)`.
    public final AnyBytes center(long width) {
        return made(TextLayout.center(text(), width, " "));
    }

    /// `b.center(width, fill)`.
    public final AnyBytes center(long width, AnyBytes fill) {
        return made(TextLayout.center(text(), width, fill.text()));
    }

    /// `b.ljust(width)`.
    public final AnyBytes ljust(long width) {
        return made(TextLayout.ljust(text(), width, " "));
    }

    /// `b.ljust(width, fill)`.
    public final AnyBytes ljust(long width, AnyBytes fill) {
        return made(TextLayout.ljust(text(), width, fill.text()));
    }

    /// `b.rjust(width)`.
    public final AnyBytes rjust(long width) {
        return made(TextLayout.rjust(text(), width, " "));
    }

    /// `b.rjust(width, fill)`.
    public final AnyBytes rjust(long width, AnyBytes fill) {
        return made(TextLayout.rjust(text(), width, fill.text()));
    }

    /// `b.expandtabs()`.
    public final AnyBytes expandtabs() {
        return expandtabs(8);
    }

    /// `b.expandtabs(tabsize)`.
    public final AnyBytes expandtabs(long tabsize) {
        return made(TextLayout.expandTabs(text(), tabsize));
    }

    /// `b.translate(table)`: 256 bytes, or None.
    public final AnyBytes translate(@Nullable Object table) {
        return translate(table, Bytes.EMPTY);
    }

    /// `b.translate(table, delete)`.
    public final AnyBytes translate(@Nullable Object table, AnyBytes delete) {
        AnyBytes map = table == null ? null : (AnyBytes) table;
        if (map != null && map.size() != 256) {
            throw new ValueError("translation table must be 256 characters long");
        }
        String removed = delete.text();
        StringBuilder kept = new StringBuilder(size());
        for (char unit : text().toCharArray()) {
            if (removed.indexOf(unit) < 0) {
                kept.append(map == null ? unit : (char) map.__getitem__(unit));
            }
        }
        return made(kept);
    }

    /// `bytes.maketrans(from, to)`.
    public static Bytes maketrans(AnyBytes from, AnyBytes to) {
        if (from.size() != to.size()) {
            throw new ValueError("maketrans arguments must have same length");
        }
        byte[] map = new byte[256];
        for (int i = 0; i < map.length; i++) {
            map[i] = (byte) i;
        }
        for (int i = 0; i < from.size(); i++) {
            map[from.array()[i] & 0xFF] = to.array()[i];
        }
        return Bytes.of(map);
    }

    /// `b.hex()`.
    public final CharSequence hex() {
        return HexFormat.of().formatHex(array(), 0, size());
    }

    /// `b.hex(separator)`.
    public final CharSequence hex(CharSequence separator) {
        return hex(separator, 1);
    }

    /// `b.hex(separator, bytes_per_sep)`: groups from the right, from the left when negative.
    public final CharSequence hex(CharSequence separator, long group) {
        return ByteMethods.grouped(hex().toString(), size(), separator, group);
    }

    /// `b.decode()`.
    public final CharSequence decode() {
        return TextDecoder.decode(this, "utf-8", "strict");
    }

    /// `b.decode(encoding)`.
    public final CharSequence decode(CharSequence encoding) {
        return TextDecoder.decode(this, encoding, "strict");
    }

    /// `b.decode(encoding, errors)`.
    public final CharSequence decode(CharSequence encoding, CharSequence errors) {
        return TextDecoder.decode(this, encoding, errors);
    }
}
