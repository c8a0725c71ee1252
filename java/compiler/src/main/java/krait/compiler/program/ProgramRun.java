package krait.compiler.program;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import krait.compiler.lowering.Lowering;
import krait.runtime.Interrupts;
import krait.runtime.KeyboardInterrupt;
import krait.runtime.ProgramEnd;
import krait.runtime.Traceback;
import krait.runtime.lib.ProgramState;

/// One run of a compiled program, from its start to its end.
public final class ProgramRun {
    /// Calls of Python may go deep: some hundred thousand calls fit, as under CPython with a high
    /// recursion limit. Memory is taken as it is used.
    private static final long STACK_BYTES = 256L << 20;

    /// How long a program may leave Ctrl-C unheard, in a call that nothing interrupts.
    private static final long DEAF_MILLIS = 1000;

    private final CompiledProgram program;
    private final ProgramState state;
    private final Traceback traceback;
    private final Thread main;
    private ProgramEnd end = new ProgramEnd(0, "");

    /// @param state its arguments and streams
    public ProgramRun(CompiledProgram program, ProgramState state) {
        this.program = program;
        this.state = state;
        PythonFrames frames = new PythonFrames(program.files());
        this.traceback = new Traceback(frames::of, frames::line);
        this.main = new Thread(null, this::call, "main", STACK_BYTES);
    }

    /// Runs it on a thread of its own, and waits for its end.
    ///
    /// @return the exit status
    public static int run(CompiledProgram program, ProgramState state) {
        return new ProgramRun(program, state).run();
    }

    /// Runs it on a thread of its own, and waits for its end.
    ///
    /// @return the exit status
    public int run() {
        state.start();
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
        return state.end(end);
    }

    /// Ctrl-C: the program gets KeyboardInterrupt where it is. One that does not hear it, as it
    /// waits for a line of input, ends with that exception's traceback all the same.
    ///
    /// @return the exit status when this ended it, -1 when it goes on by itself
    public int interrupt() throws InterruptedException {
        Interrupts.interrupt(main);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEAF_MILLIS);
        while (main.isAlive() && Interrupts.pending()) {
            if (System.nanoTime() > deadline) {
                KeyboardInterrupt unheard = new KeyboardInterrupt();
                unheard.setStackTrace(main.getStackTrace());
                return state.end(ProgramEnd.of(unheard, traceback));
            }
            Thread.sleep(1);
        }
        return -1;
    }

    private void call() {
        try {
            start(program).invokeExact();
        } catch (Throwable thrown) {
            end = ProgramEnd.of(thrown, traceback);
        }
    }

    private static MethodHandle start(CompiledProgram program) throws ReflectiveOperationException {
        Class<?> type = new ProgramLoader(program).loadClass(program.mainClass());
        MethodType nothing = MethodType.methodType(void.class);
        return MethodHandles.publicLookup().findStatic(type, Lowering.IMPORT, nothing);
    }
}
