package krait.runtime;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Exceptions print as CPython's.
final class ExceptionsTest {
    private final Agreement cases = new Agreement();

    private void both(String expression, Supplier<PyBaseException> ours) {
        cases.add(expression, () -> new Shown(ours.get().__repr__()));
        cases.add("str(" + expression + ")", () -> ours.get().__str__());
    }

    /// Prints as a text that it is given.
    private record Shown(CharSequence text) implements PyObject {
        @Override
        public CharSequence __repr__() {
            return text;
        }
    }

    @Test
    void textsAgree() {
        both("ValueError()", ValueError::new);
        both("ValueError('a')", () -> new ValueError("a"));
        both("ValueError(1, 'b', None)", () -> new ValueError(1L, "b", null));
        both("BaseException(1.5)", () -> new PyBaseException(1.5));
        both("Exception(True)", () -> new PyException(true));
        both("AssertionError('no')", () -> new PyAssertionError("no"));
        both("KeyError('a')", () -> new KeyError("a"));
        both("KeyError()", KeyError::new);
        both("KeyError('a', 1)", () -> new KeyError("a", 1L));
        both("StopIteration(5)", () -> new StopIteration(5L));
        both("OSError()", OSError::new);
        both("OSError('text')", () -> new OSError("text"));
        both("OSError(22, 'text')", () -> new OSError(22L, "text"));
        both("OSError(22, 'text', 'file')", () -> new OSError(22L, "text", "file"));
        both(
                "OSError(22, 'text', 'file', None, 'other')",
                () -> new OSError(22L, "text", "file", null, "other"));
        both("OSError(1, 2, 3, 4, 5, 6)", () -> new OSError(1L, 2L, 3L, 4L, 5L, 6L));
        both("FileNotFoundError(2, 'No')", () -> new FileNotFoundError(2L, "No"));
        cases.check();
    }

    @Test
    void hierarchyAgrees() {
        for (Class<?> type :
                new Class<?>[] {
                    ZeroDivisionError.class,
                    KeyError.class,
                    IndexError.class,
                    TimeoutError.class,
                    BrokenPipeError.class,
                    RecursionError.class,
                    NotImplementedError.class,
                    ModuleNotFoundError.class,
                    UnboundLocalError.class,
                    UnicodeError.class,
                    KeyboardInterrupt.class,
                    GeneratorExit.class,
                    SystemExit.class,
                    TabError.class,
                    PyAssertionError.class,
                    StopAsyncIteration.class,
                    FutureWarning.class,
                    FileExistsError.class,
                    EOFError.class,
                    PyException.class
                }) {
            String name = PyType.of(type).name();
            cases.add(
                    "[c.__name__ for c in " + name + ".__mro__[:-1]]",
                    () -> {
                        ObjectList names = new ObjectList();
                        Class<?> each = type;
                        while (PyBaseException.class.isAssignableFrom(each)) {
                            names.append(PyType.of(each).name());
                            each = each.getSuperclass();
                        }
                        return names;
                    });
        }
        cases.check();
    }
}
