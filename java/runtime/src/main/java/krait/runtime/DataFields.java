package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What the methods that `@dataclass` adds do with the fields of an object.
@SuppressWarnings("ReferenceEquality")
public final class DataFields {
    private DataFields() {}

    /// `repr(self)`.
    ///
    /// @param names of the fields, with commas between
    public static CharSequence repr(PyObject self, String names, @Nullable Object[] values) {
        if (!Nesting.enter(self)) {
            return "...";
        }
        try {
            TextBuilder text = new TextBuilder().append(PyType.of(self).qualname());
            text.append('(');
            String[] each = names.isEmpty() ? new String[0] : names.split(",", -1);
            for (int i = 0; i < each.length; i++) {
                text.append(i == 0 ? "" : ", ").append(each[i]).append('=');
                text.append(Values.repr(values[i]));
            }
            return text.append(')').build();
        } finally {
            Nesting.leave();
        }
    }

    /// Whether two objects are of one class, so that their fields are compared.
    public static boolean comparable(PyObject self, @Nullable Object other) {
        return other != null && self.getClass() == other.getClass();
    }

    /// `self < other` and its siblings; there is an order among objects of one class alone.
    ///
    /// @param operator such as `<`
    public static boolean ordered(
            String operator, PyObject self, PyObject other, Tuple own, Tuple others) {
        if (!comparable(self, other)) {
            throw new TypeError(
                    "'"
                            + operator
                            + "' not supported between instances of '"
                            + PyType.of(self).name()
                            + "' and '"
                            + PyType.of(other).name()
                            + "'");
        }
        return Values.truth(
                switch (operator) {
                    case "<" -> own.__lt__(others);
                    case "<=" -> own.__le__(others);
                    case ">" -> own.__gt__(others);
                    default -> own.__ge__(others);
                });
    }
}
