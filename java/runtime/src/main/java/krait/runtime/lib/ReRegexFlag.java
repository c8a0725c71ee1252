package krait.runtime.lib;

import krait.runtime.NotImplemented;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Values;
import krait.runtime.re.Flags;
import org.jspecify.annotations.Nullable;

/// Flags of patterns.
@PyClass(module = "re", name = "RegexFlag")
@SuppressWarnings("MemberName")
public final class ReRegexFlag implements PyObject {
    private final long value;

    ReRegexFlag(long value) {
        this.value = value;
    }

    /// `flag.value`.
    public long value() {
        return value;
    }

    /// `flag | other`.
    public ReRegexFlag __or__(ReRegexFlag other) {
        return new ReRegexFlag(value | other.value);
    }

    /// `flag & other`.
    public ReRegexFlag __and__(ReRegexFlag other) {
        return new ReRegexFlag(value & other.value);
    }

    /// `flag ^ other`.
    public ReRegexFlag __xor__(ReRegexFlag other) {
        return new ReRegexFlag(value ^ other.value);
    }

    @Override
    public boolean __bool__() {
        return value != 0;
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        if (other instanceof ReRegexFlag that) {
            return value == that.value;
        }
        return other instanceof Long || other instanceof Boolean
                ? (Object) Values.eq(value, other)
                : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return Values.hash(value);
    }

    @Override
    public CharSequence __repr__() {
        return value == 0 ? "re.NOFLAG" : Flags.show(value);
    }
}
