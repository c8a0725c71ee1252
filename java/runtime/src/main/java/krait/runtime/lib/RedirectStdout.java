package krait.runtime.lib;

import java.util.ArrayDeque;
import java.util.Deque;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import org.jspecify.annotations.Nullable;

/// `contextlib.redirect_stdout`.
@PyClass(module = "contextlib", name = "redirect_stdout")
@SuppressWarnings("MemberName")
public final class RedirectStdout implements PyObject {
    private final TextIO target;
    private final Deque<TextIO> before = new ArrayDeque<>();

    /// Sends what is written to `sys.stdout` elsewhere.
    public RedirectStdout(Object target) {
        this.target = (TextIO) target;
    }

    /// The new target.
    public Object __enter__() {
        ProgramState state = ProgramState.current();
        before.push(state.stdout());
        state.stdout(target);
        return target;
    }

    /// Puts back what was there.
    public void __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        ProgramState.current().stdout(before.pop());
    }
}
