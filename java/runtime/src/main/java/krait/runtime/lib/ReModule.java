package krait.runtime.lib;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import krait.runtime.AnyBytes;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.ValueError;
import krait.runtime.Values;
import krait.runtime.re.Flags;
import org.jspecify.annotations.Nullable;

/// The module `re`. Patterns that were compiled once are kept.
public final class ReModule {
    /// `re.NOFLAG`.
    public static final ReRegexFlag NOFLAG = new ReRegexFlag(0);

    /// `re.A`.
    public static final ReRegexFlag A = new ReRegexFlag(Flags.ASCII);

    /// `re.ASCII`.
    public static final ReRegexFlag ASCII = A;

    /// `re.I`.
    public static final ReRegexFlag I = new ReRegexFlag(Flags.IGNORECASE);

    /// `re.IGNORECASE`.
    public static final ReRegexFlag IGNORECASE = I;

    /// `re.L`.
    public static final ReRegexFlag L = new ReRegexFlag(Flags.LOCALE);

    /// `re.LOCALE`.
    public static final ReRegexFlag LOCALE = L;

    /// `re.M`.
    public static final ReRegexFlag M = new ReRegexFlag(Flags.MULTILINE);

    /// `re.MULTILINE`.
    public static final ReRegexFlag MULTILINE = M;

    /// `re.S`.
    public static final ReRegexFlag S = new ReRegexFlag(Flags.DOTALL);

    /// `re.DOTALL`.
    public static final ReRegexFlag DOTALL = S;

    /// `re.X`.
    public static final ReRegexFlag X = new ReRegexFlag(Flags.VERBOSE);

    /// `re.VERBOSE`.
    public static final ReRegexFlag VERBOSE = X;

    /// `re.U`.
    public static final ReRegexFlag U = new ReRegexFlag(Flags.UNICODE);

    /// `re.UNICODE`.
    public static final ReRegexFlag UNICODE = U;

    private static final int PATTERNS_KEPT = 512;

    /// What [#escape] escapes.
    private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

    private record Key(boolean isText, Object pattern, int flags) {}

    private static final Map<Key, RePattern> PATTERNS = new ConcurrentHashMap<>();

    private ReModule() {}

    private static int bits(@Nullable Object flags) {
        if (flags instanceof ReRegexFlag flag) {
            return (int) flag.value();
        }
        if (flags instanceof Long bits) {
            return bits.intValue();
        }
        if (flags instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new TypeError(
                "'" + Values.typeName(flags) + "' object cannot be interpreted as an integer");
    }

    /// `re.compile(pattern)`.
    public static RePattern compile(@Nullable Object pattern) {
        return compile(pattern, 0L);
    }

    /// `re.compile(pattern, flags)`.
    public static RePattern compile(@Nullable Object pattern, @Nullable Object flags) {
        int bits = bits(flags);
        if (pattern instanceof RePattern compiled) {
            if (bits != 0) {
                throw new ValueError("cannot process flags argument with a compiled pattern");
            }
            return compiled;
        }
        if (pattern == null || !ReMatch.isSubject(pattern)) {
            throw new TypeError("first argument must be string or compiled pattern");
        }
        boolean isText = pattern instanceof CharSequence;
        Object text = pattern instanceof AnyBytes bytes ? bytes.decode("latin-1") : pattern;
        Key key = new Key(isText, text, bits);
        RePattern kept = PATTERNS.get(key);
        if (kept == null) {
            kept = RePattern.compile(pattern, bits);
            if (PATTERNS.size() >= PATTERNS_KEPT) {
                PATTERNS.clear();
            }
            PATTERNS.put(key, kept);
        }
        return kept;
    }

    /// `re.purge()`.
    public static void purge() {
        PATTERNS.clear();
    }

    /// `re.escape(pattern)`.
    public static Object escape(Object pattern) {
        if (pattern instanceof AnyBytes bytes) {
            return Text.encode(escaped(bytes.decode("latin-1")), "latin-1");
        }
        if (pattern instanceof CharSequence text) {
            return escaped(text);
        }
        throw new TypeError(
                "decoding to str: need a bytes-like object, "
                        + Values.typeName(pattern)
                        + " found");
    }

    private static CharSequence escaped(CharSequence text) {
        TextBuilder escaped = new TextBuilder();
        for (int i = 0; i < Text.length(text); i++) {
            int point = Text.at(text, i);
            if (SPECIAL.indexOf(point) >= 0) {
                escaped.append('\\');
            }
            escaped.appendPoint(point);
        }
        return escaped.build();
    }

    /// `re.search(pattern, string)`.
    public static @Nullable ReMatch search(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).search(string);
    }

    /// `re.search(pattern, string, flags)`.
    public static @Nullable ReMatch search(
            @Nullable Object pattern, @Nullable Object string, @Nullable Object flags) {
        return compile(pattern, flags).search(string);
    }

    /// `re.match(pattern, string)`.
    public static @Nullable ReMatch match(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).match(string);
    }

    /// `re.match(pattern, string, flags)`.
    public static @Nullable ReMatch match(
            @Nullable Object pattern, @Nullable Object string, @Nullable Object flags) {
        return compile(pattern, flags).match(string);
    }

    /// `re.fullmatch(pattern, string)`.
    public static @Nullable ReMatch fullmatch(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).fullmatch(string);
    }

    /// `re.fullmatch(pattern, string, flags)`.
    public static @Nullable ReMatch fullmatch(
            @Nullable Object pattern, @Nullable Object string, @Nullable Object flags) {
        return compile(pattern, flags).fullmatch(string);
    }

    /// `re.findall(pattern, string)`.
    public static ObjectList findall(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).findall(string);
    }

    /// `re.findall(pattern, string, flags)`.
    public static ObjectList findall(
            @Nullable Object pattern, @Nullable Object string, @Nullable Object flags) {
        return compile(pattern, flags).findall(string);
    }

    /// `re.finditer(pattern, string)`.
    public static PyIterator finditer(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).finditer(string);
    }

    /// `re.finditer(pattern, string, flags)`.
    public static PyIterator finditer(
            @Nullable Object pattern, @Nullable Object string, @Nullable Object flags) {
        return compile(pattern, flags).finditer(string);
    }

    /// `re.split(pattern, string)`.
    public static ObjectList split(@Nullable Object pattern, @Nullable Object string) {
        return compile(pattern).split(string);
    }

    /// `re.split(pattern, string, maxsplit)`.
    public static ObjectList split(
            @Nullable Object pattern, @Nullable Object string, long maxsplit) {
        return compile(pattern).split(string, maxsplit);
    }

    /// `re.split(pattern, string, maxsplit, flags)`.
    public static ObjectList split(
            @Nullable Object pattern,
            @Nullable Object string,
            long maxsplit,
            @Nullable Object flags) {
        return compile(pattern, flags).split(string, maxsplit);
    }

    /// `re.sub(pattern, repl, string)`.
    public static Object sub(
            @Nullable Object pattern, @Nullable Object repl, @Nullable Object string) {
        return compile(pattern).sub(repl, string);
    }

    /// `re.sub(pattern, repl, string, count)`.
    public static Object sub(
            @Nullable Object pattern, @Nullable Object repl, @Nullable Object string, long count) {
        return compile(pattern).sub(repl, string, count);
    }

    /// `re.sub(pattern, repl, string, count, flags)`.
    public static Object sub(
            @Nullable Object pattern,
            @Nullable Object repl,
            @Nullable Object string,
            long count,
            @Nullable Object flags) {
        return compile(pattern, flags).sub(repl, string, count);
    }

    /// `re.subn(pattern, repl, string)`.
    public static Tuple subn(
            @Nullable Object pattern, @Nullable Object repl, @Nullable Object string) {
        return compile(pattern).subn(repl, string);
    }

    /// `re.subn(pattern, repl, string, count)`.
    public static Tuple subn(
            @Nullable Object pattern, @Nullable Object repl, @Nullable Object string, long count) {
        return compile(pattern).subn(repl, string, count);
    }

    /// `re.subn(pattern, repl, string, count, flags)`.
    public static Tuple subn(
            @Nullable Object pattern,
            @Nullable Object repl,
            @Nullable Object string,
            long count,
            @Nullable Object flags) {
        return compile(pattern, flags).subn(repl, string, count);
    }
}
