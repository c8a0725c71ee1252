package krait.runtime.lib;

import krait.runtime.KeyError;
import krait.runtime.PyEnum;
import krait.runtime.PyIterator;
import krait.runtime.PyType;
import krait.runtime.TextBuilder;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// What compiled enumerations and named tuples call.
@SuppressWarnings("MemberName")
public final class RecordsModule {
    private RecordsModule() {}

    /// `Color["RED"]`.
    public static Object enum_named(Object members, CharSequence name) {
        PyIterator all = Values.iter(members);
        while (all.advance()) {
            if (all.value() instanceof PyEnum member && Values.eq(member.name(), name)) {
                return member;
            }
        }
        throw new KeyError(name);
    }

    /// `Color(1)`.
    public static Object enum_valued(Object members, @Nullable Object value, Object kind) {
        PyIterator all = Values.iter(members);
        while (all.advance()) {
            if (all.value() instanceof PyEnum member
                    && (Values.is(member, value) || Values.eq(member.value(), value))) {
                return member;
            }
        }
        TextBuilder text = new TextBuilder().append(Values.repr(value));
        String name = kind instanceof PyType type ? type.qualname() : "";
        throw new ValueError(text.append(" is not a valid ").append(name).build());
    }
}
