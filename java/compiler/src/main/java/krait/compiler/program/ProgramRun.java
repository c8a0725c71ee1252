package krait.compiler.program;

import java.util.concurrent.TimeUnit;
import krait.runtime.Generator;
import krait.runtime.Handling;
import krait.runtime.Interrupts;
import krait.runtime.KeyboardInterrupt;
import krait.runtime.ProgramEnd;
import krait.runtime.PyBaseException;
import krait.runtime.lib.ProgramState;
import org.jspecify.annotations.Nullable;

/// One run of a compiled program, from its start to its end.
public final class ProgramRun {
    /// Calls of Python may go deep: some hundred thousand calls fit, as under CPython with a high
    /// recursion limit. Memory is taken as it is used.
    private static final long STACK_BYTES = 256L << 20;

    /// How long a program may leave Ctrl-C unheard, in a call that nothing interrupts.
    private static final long DEAF_MILLIS = 1000;

    private final LoadedProgram program;
    private final ProgramState state;
    private final long deafMillis;
    private final Thread main;
    private @Nullable PyBaseException uncaught;
    private ProgramEnd end = new ProgramEnd(0, "");

    /// @param state its arguments and streams
    public ProgramRun(CompiledProgram program, ProgramState state) {
        this(program, state, DEAF_MILLIS);
    }

    /// @param deafMillis how long Ctrl-C may stay unheard
    ProgramRun(CompiledProgram program, ProgramState state, long deafMillis) {
        this.program = new LoadedProgram(program);
        this.state = state;
        this.deafMillis = deafMillis;
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
        initializeTracebacks();
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
        return state.end(end, this::dropGenerators);
    }

    /// The JVM's classes for stack traces. One that is first used where a recursion has used up the
    /// stack fails to be initialized for good, and no traceback could be made any more.
    private static void initializeTracebacks() {
        StackTraceElement[] trace = new Throwable().getStackTrace();
        assert trace.length > 0;
    }

    /// What the traceback refers to goes first, then what global variables do.
    private void dropGenerators() {
        PyBaseException error = uncaught;
        if (error != null) {
            Handling.release(error);
        }
        Generator.dropGlobals();
    }

    /// Ctrl-C: the program gets KeyboardInterrupt where it is. One that does not hear it, as it
    /// waits for a line of input, ends with that exception's traceback all the same.
    ///
    /// @return the exit status when this ended it, -1 when it goes on by itself
    public int interrupt() throws InterruptedException {
        Interrupts.interrupt(main);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deafMillis);
        while (main.isAlive() && Interrupts.pending()) {
            if (System.nanoTime() > deadline) {
                KeyboardInterrupt unheard = new KeyboardInterrupt();
                unheard.setStackTrace(main.getStackTrace());
                return state.end(program.end(unheard));
            }
            Thread.sleep(1);
        }
        return -1;
    }

    private void call() {
        try {
            program.run();
        } catch (Throwable thrown) {
            end = program.end(thrown);
            uncaught = thrown instanceof PyBaseException error ? error : null;
        }
    }
}
