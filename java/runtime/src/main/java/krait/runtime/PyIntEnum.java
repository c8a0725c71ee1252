package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A member of an enumeration that is a number as well.
@PyClass(module = "enum", name = "IntEnum")
@SuppressWarnings("MemberName")
public abstract class PyIntEnum extends PyEnum {
    protected PyIntEnum() {}

    private static @Nullable Object plain(@Nullable Object other) {
        return other instanceof PyIntEnum member ? member.value() : other;
    }

    /// The order of two members: less than 0, 0 or more.
    public static int compare(PyIntEnum one, PyIntEnum other) {
        if (one.value() instanceof Long left && other.value() instanceof Long right) {
            return left.compareTo(right);
        }
        return Values.lt(one.value(), other.value()) ? -1 : Values.eq(one, other) ? 0 : 1;
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
