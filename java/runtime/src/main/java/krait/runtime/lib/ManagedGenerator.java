package krait.runtime.lib;

import krait.runtime.Generator;
import krait.runtime.PyBaseException;
import krait.runtime.PyIterator;
import krait.runtime.PyObject;
import krait.runtime.RuntimeError;
import krait.runtime.StopIteration;
import org.jspecify.annotations.Nullable;

/// What a function under `@contextmanager` gives: its generator runs to its first yield, then the
/// body of the `with`, then the rest of it.
@SuppressWarnings("MemberName")
public abstract sealed class ManagedGenerator implements PyObject
        permits GeneratorContext, SwallowingContext {
    private final PyIterator generator;

    ManagedGenerator(PyIterator generator) {
        this.generator = generator;
    }

    /// What the generator yields.
    public @Nullable Object __enter__() {
        if (generator.advance()) {
            return generator.value();
        }
        throw new RuntimeError("generator didn't yield").from(null);
    }

    /// Runs the rest of the generator, or throws the error into it: whether it ended all the same.
    final boolean leave(@Nullable Object error) {
        if (error == null) {
            if (generator.advance()) {
                throw stopped("generator didn't stop");
            }
            return false;
        }
        PyBaseException thrown = (PyBaseException) error;
        try {
            ((Generator) generator).throw_(thrown);
        } catch (StopIteration stop) {
            return !stop.equals(thrown);
        } catch (PyBaseException again) {
            boolean same =
                    again.equals(thrown)
                            || (thrown instanceof StopIteration
                                    && again instanceof RuntimeError
                                    && thrown.equals(again.cause()));
            if (same) {
                return false;
            }
            throw again;
        }
        throw stopped("generator didn't stop after throw()");
    }

    private RuntimeError stopped(String message) {
        RuntimeError error = new RuntimeError(message);
        ((Generator) generator).close();
        return error;
    }
}
