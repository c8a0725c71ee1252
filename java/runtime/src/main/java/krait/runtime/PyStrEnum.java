package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A member of an enumeration that is a text as well.
@PyClass(module = "enum", name = "StrEnum")
@SuppressWarnings("MemberName")
public abstract class PyStrEnum extends PyEnum {
    protected PyStrEnum() {}

    private static @Nullable Object plain(@Nullable Object other) {
        return other instanceof PyStrEnum member ? member.value() : other;
    }

    @Override
    public CharSequence __str__() {
        return Values.str(value());
    }

    @Override
    public CharSequence __format__(CharSequence spec) {
        return Format.format(value(), spec);
    }

    @Override
    public long __hash__() {
        return Values.hash(value());
    }

    @Override
    public boolean __bool__() {
        return Values.truth(value());
    }

    @Override
    public @Nullable Object __eq__(@Nullable Object other) {
        return Values.eq(value(), plain(other));
    }

    @Override
    public @Nullable Object __lt__(@Nullable Object other) {
        return Values.lt(value(), plain(other));
    }

    @Override
    public @Nullable Object __le__(@Nullable Object other) {
        return Values.le(value(), plain(other));
    }

    @Override
    public @Nullable Object __gt__(@Nullable Object other) {
        return Values.gt(value(), plain(other));
    }

    @Override
    public @Nullable Object __ge__(@Nullable Object other) {
        return Values.ge(value(), plain(other));
    }
}
