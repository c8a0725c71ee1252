package krait.runtime.lib;

import java.util.Objects;
import krait.runtime.KeyError;
import krait.runtime.PyEnum;
import krait.runtime.PyFlag;
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
        PyEnum alias = null;
        while (all.advance()) {
            if (all.value() instanceof PyEnum member) {
                if (Values.eq(member.name(), name)) {
                    return member;
                }
                alias = alias == null ? member.aliased(name) : alias;
            }
        }
        if (alias != null) {
            return alias;
        }
        throw new KeyError(name);
    }

    /// `CRIMSON = RED` in the body of an enumeration.
    public static void enum_alias(Object member, CharSequence name) {
        ((PyEnum) member).alias(name);
    }

    /// `Permission(3)`, of an enumeration of bits.
    public static Object flag_valued(Object members, @Nullable Object value, Object kind) {
        PyIterator all = Values.iter(members);
        all.advance();
        return PyFlag.of((PyFlag) Objects.requireNonNull(all.value()), value, (PyType) kind);
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
