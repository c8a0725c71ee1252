package krait.runtime.lib;

import java.util.ArrayDeque;
import java.util.Deque;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import org.jspecify.annotations.Nullable;

/// `contextlib.redirect_stderr`.
@PyClass(module = "contextlib", name = "redirect_stderr")
@SuppressWarnings("MemberName")
public final class RedirectStderr implements PyObject {
    private final TextIO target;
    private final Deque<TextIO> before = new ArrayDeque<>();

    /// Sends what is written to `sys.stderr` elsewhere.
    public RedirectStderr(Object target) {
        this.target = (TextIO) target;
    }

    /// The new target.
    public Object __enter__() {
        ProgramState state = ProgramState.current();
        before.push(state.stderr());
        state.stderr(target);
        return target;
    }

    /// Puts back what was there.
    public void __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        ProgramState.current().stderr(before.pop());
    }
}
