package krait.runtime.lib;

import java.util.Objects;
import krait.runtime.AnyBytes;
import krait.runtime.Dict;
import krait.runtime.Function;
import krait.runtime.NotImplemented;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.Values;
import krait.runtime.re.Flags;
import krait.runtime.re.Matcher;
import krait.runtime.re.PatternFault;
import krait.runtime.re.Regex;
import krait.runtime.re.Subject;
import krait.runtime.re.Template;
import org.jspecify.annotations.Nullable;

/// A compiled pattern of `re`.
@PyClass(module = "re", name = "Pattern")
@SuppressWarnings("MemberName")
public final class RePattern implements PyObject {
    private static final int REPR_MAX = 200;

    private final Object pattern;
    private final Regex regex;

    private RePattern(Object pattern, Regex regex) {
        this.pattern = pattern;
        this.regex = regex;
    }

    static RePattern compile(Object pattern, int flags) {
        boolean isText = pattern instanceof CharSequence;
        try {
            return new RePattern(pattern, Regex.compile(latin(pattern), isText, flags));
        } catch (PatternFault fault) {
            throw fault.position() < 0
                    ? new RePatternError(fault.reason())
                    : new RePatternError(fault.reason(), pattern, (long) fault.position());
        }
    }

    /// A text as it is, bytes as a text in Latin-1.
    private static CharSequence latin(Object source) {
        if (source instanceof CharSequence text) {
            return text;
        }
        if (source instanceof AnyBytes bytes) {
            return bytes.decode("latin-1");
        }
        throw new TypeError(
                "expected string or bytes-like object, got '" + Values.typeName(source) + "'");
    }

    Regex regex() {
        return regex;
    }

    private boolean isText() {
        return pattern instanceof CharSequence;
    }

    /// `p.pattern`.
    public Object pattern() {
        return pattern;
    }

    /// `p.flags`.
    public long flags() {
        return regex.flags();
    }

    /// `p.groups`.
    public long groups() {
        return regex.groups();
    }

    /// `p.groupindex`.
    public Dict groupindex() {
        Dict dict = new Dict();
        regex.names().forEach((name, group) -> dict.__setitem__(Text.of(name), (long) group));
        return dict;
    }

    private Subject subject(@Nullable Object string) {
        if (string instanceof CharSequence text) {
            if (!isText()) {
                throw new TypeError("cannot use a bytes pattern on a string-like object");
            }
            return Subject.of(text);
        }
        if (string instanceof AnyBytes bytes) {
            if (isText()) {
                throw new TypeError("cannot use a string pattern on a bytes-like object");
            }
            return Subject.of(bytes);
        }
        throw new TypeError(
                "expected string or bytes-like object, got '" + Values.typeName(string) + "'");
    }

    /// One run over a subject.
    private final class Scan {
        private final Subject subject;
        private final Matcher matcher;
        private final long pos;
        private final long endpos;

        Scan(@Nullable Object string, long pos, long endpos) {
            this.subject = subject(string);
            this.matcher = regex.matcher(subject, pos, endpos);
            this.pos = Math.clamp(pos, 0, subject.length());
            this.endpos = Math.clamp(endpos, 0, subject.length());
        }

        @Nullable ReMatch match(boolean found) {
            return found ? new ReMatch(RePattern.this, subject, matcher, pos, endpos) : null;
        }

        Object slice(int from, int to) {
            return subject.slice(from, Math.max(from, to));
        }

        /// A group as `findall` gives it: empty when it has no place.
        Object group(int[] places, int group) {
            int from = places[group * 2];
            return from < 0 ? slice(0, 0) : slice(from, places[group * 2 + 1]);
        }
    }

    /// `p.match(string)`.
    public @Nullable ReMatch match(@Nullable Object string) {
        return match(string, 0, Long.MAX_VALUE);
    }

    /// `p.match(string, pos)`.
    public @Nullable ReMatch match(@Nullable Object string, long pos) {
        return match(string, pos, Long.MAX_VALUE);
    }

    /// `p.match(string, pos, endpos)`.
    public @Nullable ReMatch match(@Nullable Object string, long pos, long endpos) {
        Scan scan = new Scan(string, pos, endpos);
        return scan.match(scan.matcher.match());
    }

    /// `p.fullmatch(string)`.
    public @Nullable ReMatch fullmatch(@Nullable Object string) {
        return fullmatch(string, 0, Long.MAX_VALUE);
    }

    /// `p.fullmatch(string, pos)`.
    public @Nullable ReMatch fullmatch(@Nullable Object string, long pos) {
        return fullmatch(string, pos, Long.MAX_VALUE);
    }

    /// `p.fullmatch(string, pos, endpos)`.
    public @Nullable ReMatch fullmatch(@Nullable Object string, long pos, long endpos) {
        Scan scan = new Scan(string, pos, endpos);
        return scan.match(scan.matcher.fullMatch());
    }

    /// `p.search(string)`.
    public @Nullable ReMatch search(@Nullable Object string) {
        return search(string, 0, Long.MAX_VALUE);
    }

    /// `p.search(string, pos)`.
    public @Nullable ReMatch search(@Nullable Object string, long pos) {
        return search(string, pos, Long.MAX_VALUE);
    }

    /// `p.search(string, pos, endpos)`.
    public @Nullable ReMatch search(@Nullable Object string, long pos, long endpos) {
        Scan scan = new Scan(string, pos, endpos);
        return scan.match(scan.matcher.search());
    }

    /// `p.finditer(string)`.
    public PyIterator finditer(@Nullable Object string) {
        return finditer(string, 0, Long.MAX_VALUE);
    }

    /// `p.finditer(string, pos)`.
    public PyIterator finditer(@Nullable Object string, long pos) {
        return finditer(string, pos, Long.MAX_VALUE);
    }

    /// `p.finditer(string, pos, endpos)`.
    public PyIterator finditer(@Nullable Object string, long pos, long endpos) {
        return new Matches(new Scan(string, pos, endpos));
    }

    /// The matches, found when asked for.
    @PyClass(name = "callable_iterator")
    private static final class Matches extends PyIterator {
        private @Nullable Scan scan;
        private @Nullable ReMatch match;

        Matches(Scan scan) {
            this.scan = scan;
        }

        @Override
        public boolean advance() {
            Scan running = scan;
            if (running == null) {
                return false;
            }
            if (match != null) {
                running.matcher.proceed();
            }
            match = running.match(running.matcher.search());
            if (match == null) {
                scan = null;
            }
            return match != null;
        }

        @Override
        public @Nullable Object value() {
            return match;
        }
    }

    /// `p.findall(string)`.
    public ObjectList findall(@Nullable Object string) {
        return findall(string, 0, Long.MAX_VALUE);
    }

    /// `p.findall(string, pos)`.
    public ObjectList findall(@Nullable Object string, long pos) {
        return findall(string, pos, Long.MAX_VALUE);
    }

    /// `p.findall(string, pos, endpos)`.
    public ObjectList findall(@Nullable Object string, long pos, long endpos) {
        Scan scan = new Scan(string, pos, endpos);
        int groups = regex.groups();
        ObjectList found = new ObjectList();
        while (scan.matcher.search()) {
            int[] places = scan.matcher.places();
            if (groups <= 1) {
                found.append(scan.group(places, groups));
            } else {
                @Nullable Object[] parts = new @Nullable Object[groups];
                for (int i = 0; i < groups; i++) {
                    parts[i] = scan.group(places, i + 1);
                }
                found.append(Tuple.of(parts));
            }
            scan.matcher.proceed();
        }
        return found;
    }

    /// `p.split(string)`.
    public ObjectList split(@Nullable Object string) {
        return split(string, 0);
    }

    /// `p.split(string, maxsplit)`.
    public ObjectList split(@Nullable Object string, long maxsplit) {
        Scan scan = new Scan(string, 0, Long.MAX_VALUE);
        ObjectList parts = new ObjectList();
        int last = 0;
        for (long n = 0; (maxsplit == 0 || n < maxsplit) && scan.matcher.search(); n++) {
            int[] places = scan.matcher.places();
            parts.append(scan.slice(last, places[0]));
            for (int i = 2; i < places.length; i += 2) {
                parts.append(places[i] < 0 ? null : scan.slice(places[i], places[i + 1]));
            }
            last = places[1];
            scan.matcher.proceed();
        }
        parts.append(scan.slice(last, scan.subject.length()));
        return parts;
    }

    /// `p.sub(repl, string)`.
    public Object sub(@Nullable Object repl, @Nullable Object string) {
        return sub(repl, string, 0);
    }

    /// `p.sub(repl, string, count)`.
    public Object sub(@Nullable Object repl, @Nullable Object string, long count) {
        return Objects.requireNonNull(subn(repl, string, count).get(0));
    }

    /// `p.subn(repl, string)`.
    public Tuple subn(@Nullable Object repl, @Nullable Object string) {
        return subn(repl, string, 0);
    }

    /// `p.subn(repl, string, count)`.
    public Tuple subn(@Nullable Object repl, @Nullable Object string, long count) {
        Function function = repl instanceof Function given ? given : null;
        Template template = function == null ? template(repl) : null;
        Scan scan = new Scan(string, 0, Long.MAX_VALUE);
        TextBuilder text = new TextBuilder();
        int last = 0;
        long n = 0;
        while ((count == 0 || n < count) && scan.matcher.search()) {
            int[] places = scan.matcher.places();
            text.append(scan.subject.part(last, places[0]));
            if (template != null) {
                template.expand(text, scan.subject, places);
            } else if (function != null) {
                Object put = function.call1(scan.match(true));
                if (put != null) {
                    text.append(replacement(put));
                }
            }
            last = places[1];
            n++;
            scan.matcher.proceed();
        }
        if (n == 0) {
            return Tuple.of(scan.subject.original(), 0L);
        }
        text.append(scan.subject.part(last, scan.subject.length()));
        return Tuple.of(result(text.build()), n);
    }

    private CharSequence replacement(Object put) {
        if (isText() != put instanceof CharSequence || !ReMatch.isSubject(put)) {
            String wanted = isText() ? "str instance" : "a bytes-like object";
            throw new TypeError(
                    "sequence item 0: expected " + wanted + ", " + Values.typeName(put) + " found");
        }
        return latin(put);
    }

    /// A template for matches of this pattern.
    Template template(@Nullable Object source) {
        if (source == null) {
            throw new TypeError("expected string or bytes-like object, got 'NoneType'");
        }
        boolean sourceIsText = source instanceof CharSequence;
        try {
            return Template.parse(latin(source), sourceIsText, regex);
        } catch (PatternFault fault) {
            throw new RePatternError(fault.reason(), source, (long) fault.position());
        }
    }

    /// A text as a result: as it is, or as bytes.
    Object result(CharSequence text) {
        return isText() ? text : Text.encode(text, "latin-1");
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (!(other instanceof RePattern that)) {
            return NotImplemented.VALUE;
        }
        return flags() == that.flags()
                && isText() == that.isText()
                && Values.eq(pattern, that.pattern);
    }

    @Override
    public long __hash__() {
        return Values.hash(pattern) * 31 + flags();
    }

    @Override
    public CharSequence __repr__() {
        CharSequence shown = Values.repr(pattern);
        if (Text.length(shown) > REPR_MAX) {
            shown = Text.part(shown, 0, REPR_MAX);
        }
        int flags = regex.flags();
        if (isText() && (flags & (Flags.LOCALE | Flags.UNICODE | Flags.ASCII)) == Flags.UNICODE) {
            flags &= ~Flags.UNICODE;
        }
        String options = flags == 0 ? "" : ", " + Flags.showInPattern(flags);
        return new TextBuilder()
                .append("re.compile(")
                .append(shown)
                .append(options)
                .append(")")
                .build();
    }
}
