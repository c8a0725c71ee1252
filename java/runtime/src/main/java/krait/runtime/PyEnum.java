package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A member of an enumeration.
@PyClass(module = "enum", name = "Enum")
@SuppressWarnings("MemberName")
public abstract class PyEnum implements PyObject {
    private CharSequence name = "";
    private @Nullable Object value;

    protected PyEnum() {}

    /// Makes this the member of a name, before its `__init__`.
    public final void _member_(CharSequence newName, @Nullable Object newValue) {
        name = newName;
        value = newValue;
    }

    /// `member.name`.
    public final CharSequence name() {
        return name;
    }

    /// `member.value`.
    public final @Nullable Object value() {
        return value;
    }

    @Override
    public CharSequence __repr__() {
        return new TextBuilder()
                .append("<")
                .append(PyType.of(this).name())
                .append('.')
                .append(name)
                .append(": ")
                .append(Values.repr(value))
                .append('>')
                .build();
    }

    @Override
    public CharSequence __str__() {
        return new TextBuilder().append(PyType.of(this).name()).append('.').append(name).build();
    }

    @Override
    public CharSequence __format__(CharSequence spec) {
        return Format.format(__str__(), spec);
    }

    @Override
    public long __hash__() {
        return Values.hash(name);
    }
}
