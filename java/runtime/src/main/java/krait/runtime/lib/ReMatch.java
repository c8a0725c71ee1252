package krait.runtime.lib;

import java.util.Map;
import krait.runtime.AnyBytes;
import krait.runtime.Dict;
import krait.runtime.IndexError;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.TextBuilder;
import krait.runtime.Tuple;
import krait.runtime.Values;
import krait.runtime.re.Matcher;
import krait.runtime.re.Subject;
import org.jspecify.annotations.Nullable;

/// A match of a pattern.
@PyClass(module = "re", name = "Match")
@SuppressWarnings("MemberName")
public final class ReMatch implements PyObject {
    private final RePattern pattern;
    private final Subject subject;
    private final int[] places;
    private final int lastGroup;
    private final long pos;
    private final long endpos;

    ReMatch(RePattern pattern, Subject subject, Matcher matcher, long pos, long endpos) {
        this.pattern = pattern;
        this.subject = subject;
        this.places = matcher.places();
        this.lastGroup = matcher.lastGroup();
        this.pos = pos;
        this.endpos = endpos;
    }

    int[] places() {
        return places;
    }

    Subject subject() {
        return subject;
    }

    /// `m.re`.
    public RePattern re() {
        return pattern;
    }

    /// `m.string`.
    public Object string() {
        return subject.original();
    }

    /// `m.pos`.
    public long pos() {
        return pos;
    }

    /// `m.endpos`.
    public long endpos() {
        return endpos;
    }

    /// `m.lastindex`.
    public @Nullable Object lastindex() {
        return lastGroup < 0 ? null : (Object) (long) lastGroup;
    }

    /// `m.lastgroup`.
    public @Nullable Object lastgroup() {
        for (Map.Entry<String, Integer> each : pattern.regex().names().entrySet()) {
            if (each.getValue() == lastGroup) {
                return Text.of(each.getKey());
            }
        }
        return null;
    }

    private int index(@Nullable Object group) {
        if (group instanceof Boolean truth) {
            return index(truth ? 1L : 0L);
        }
        if (group instanceof Long number && number >= 0 && number <= pattern.regex().groups()) {
            return number.intValue();
        }
        if (group instanceof CharSequence name) {
            Integer number = pattern.regex().names().get(name.toString());
            if (number != null) {
                return number;
            }
        }
        throw new IndexError("no such group");
    }

    private @Nullable Object part(int group, @Nullable Object fallback) {
        int from = places[group * 2];
        return from < 0 ? fallback : subject.slice(from, places[group * 2 + 1]);
    }

    /// `m.group()`.
    public Object group() {
        return subject.slice(places[0], places[1]);
    }

    /// `m.group(group)`.
    public @Nullable Object group(@Nullable Object group) {
        return part(index(group), null);
    }

    /// `m.group(a, b)`.
    public Tuple group(@Nullable Object a, @Nullable Object b) {
        return Tuple.of(group(a), group(b));
    }

    /// `m.group(a, b, c)`.
    public Tuple group(@Nullable Object a, @Nullable Object b, @Nullable Object c) {
        return Tuple.of(group(a), group(b), group(c));
    }

    /// `m.group(a, b, c, d)`.
    public Tuple group(
            @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        return Tuple.of(group(a), group(b), group(c), group(d));
    }

    @Override
    public @Nullable Object __getitem__(@Nullable Object group) {
        return group(group);
    }

    /// `m.groups()`.
    public Tuple groups() {
        return groups(null);
    }

    /// `m.groups(default)`.
    public Tuple groups(@Nullable Object fallback) {
        @Nullable Object[] parts = new @Nullable Object[places.length / 2 - 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(i + 1, fallback);
        }
        return Tuple.of(parts);
    }

    /// `m.groupdict()`.
    public Dict groupdict() {
        return groupdict(null);
    }

    /// `m.groupdict(default)`.
    public Dict groupdict(@Nullable Object fallback) {
        Dict dict = new Dict();
        pattern.regex()
                .names()
                .forEach((name, group) -> dict.__setitem__(Text.of(name), part(group, fallback)));
        return dict;
    }

    /// `m.start()`.
    public long start() {
        return places[0];
    }

    /// `m.start(group)`.
    public long start(@Nullable Object group) {
        return places[index(group) * 2];
    }

    /// `m.end()`.
    public long end() {
        return places[1];
    }

    /// `m.end(group)`.
    public long end(@Nullable Object group) {
        return places[index(group) * 2 + 1];
    }

    /// `m.span()`.
    public Tuple span() {
        return Tuple.of(start(), end());
    }

    /// `m.span(group)`.
    public Tuple span(@Nullable Object group) {
        return Tuple.of(start(group), end(group));
    }

    /// `m.expand(template)`.
    public Object expand(Object template) {
        TextBuilder text = new TextBuilder();
        pattern.template(template).expand(text, subject, places);
        return pattern.result(text.build());
    }

    @Override
    public CharSequence __repr__() {
        String span = "<re.Match object; span=(" + start() + ", " + end() + "), match=";
        return Text.__add__(Text.__add__(span, Values.repr(group())), ">");
    }

    /// Whether a value can be a subject of a pattern.
    static boolean isSubject(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof AnyBytes;
    }
}
