package krait.runtime;

import org.jspecify.annotations.Nullable;

/// An object of a class under `@dataclass`.
@SuppressWarnings("MemberName")
public interface DataObject extends PyObject {
    /// The names of all its fields, with commas between.
    String names$$();

    /// What they hold.
    @Nullable Object[] values$$();
}
