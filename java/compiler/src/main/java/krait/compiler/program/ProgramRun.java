package krait.compiler.program;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicReference;
import krait.compiler.lowering.Lowering;
import krait.runtime.ProgramEnd;
import krait.runtime.Traceback;
import krait.runtime.lib.ProgramState;

/// Runs a compiled program to its end.
public final class ProgramRun {
    /// Calls of Python may go deep: some hundred thousand calls fit, as under CPython with a high
    /// recursion limit. Memory is taken as it is used.
    private static final long STACK_BYTES = 256L << 20;

    private ProgramRun() {}

    /// Runs it on a thread of its own, and waits for its end.
    ///
    /// @param state its arguments and streams
    /// @return the exit status
    public static int run(CompiledProgram program, ProgramState state) {
        state.start();
        AtomicReference<ProgramEnd> end = new AtomicReference<>(new ProgramEnd(0, ""));
        Thread main = new Thread(null, () -> end.set(call(program)), "main", STACK_BYTES);
        main.start();
        boolean interrupted = false;
        while (main.isAlive()) {
            try {
                main.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return state.end(end.get());
    }

    private static ProgramEnd call(CompiledProgram program) {
        PythonFrames frames = new PythonFrames(program.files());
        try {
            start(program).invokeExact();
            return new ProgramEnd(0, "");
        } catch (Throwable thrown) {
            return ProgramEnd.of(thrown, new Traceback(frames::of, frames::line));
        }
    }

    private static MethodHandle start(CompiledProgram program) throws ReflectiveOperationException {
        Class<?> type = new ProgramLoader(program).loadClass(program.mainClass());
        MethodType nothing = MethodType.methodType(void.class);
        return MethodHandles.publicLookup().findStatic(type, Lowering.IMPORT, nothing);
    }
}
