package krait.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A member of an enumeration.
@PyClass(module = "enum", name = "Enum")
@SuppressWarnings("MemberName")
public abstract class PyEnum implements PyObject {
    private static final ClassValue<Map<String, PyEnum>> ALIASES =
            new ClassValue<>() {
                @Override
                protected Map<String, PyEnum> computeValue(Class<?> type) {
                    return new ConcurrentHashMap<>();
                }
            };

    private @Nullable CharSequence name = "";
    private @Nullable Object value;

    protected PyEnum() {}

    /// Makes this the member of a name, before its `__init__`.
    public void _member_(@Nullable CharSequence newName, @Nullable Object newValue) {
        name = newName;
        value = newValue;
    }

    /// Says that this member has another name, too, or that no loop over the class meets it.
    public final void alias(CharSequence other) {
        ALIASES.get(getClass()).put(other.toString(), this);
    }

    /// The member of this one's class that a loop over the class does not meet by that name.
    public final @Nullable PyEnum aliased(CharSequence other) {
        return ALIASES.get(getClass()).get(other.toString());
    }

    /// `member.name`; None where several flags have no name of their own.
    public final @Nullable CharSequence name() {
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
                .append(Values.str(name))
                .append(": ")
                .append(Values.repr(value))
                .append('>')
                .build();
    }

    @Override
    public CharSequence __str__() {
        return new TextBuilder()
                .append(PyType.of(this).name())
                .append('.')
                .append(Values.str(name))
                .build();
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
