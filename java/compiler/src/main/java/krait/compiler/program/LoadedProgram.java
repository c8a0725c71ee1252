package krait.compiler.program;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import krait.compiler.lowering.Lowering;
import krait.compiler.lowering.ModuleNames;
import krait.runtime.ProgramEnd;
import krait.runtime.Traceback;

/// A compiled program in this JVM: its module is run once, and then others call what it defines.
public final class LoadedProgram {
    private final Class<?> main;
    private final Traceback traceback;

    /// Loads the classes; runs nothing.
    public LoadedProgram(CompiledProgram program) {
        PythonFrames frames = new PythonFrames(program.files());
        this.traceback = new Traceback(frames::of, frames::line);
        try {
            this.main = new ProgramLoader(program).loadClass(program.mainClass());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs the code of the module, as an import does.
    ///
    /// @throws Throwable what it raises
    public void run() throws Throwable {
        MethodType nothing = MethodType.methodType(void.class);
        MethodHandle start =
                MethodHandles.publicLookup().findStatic(main, Lowering.IMPORT, nothing);
        start.invokeExact();
    }

    /// The value of a global variable; empty when there is none of that name, or it has no value.
    public Optional<Object> global(String name) {
        Class<?> owner = main;
        for (int further = 1; ; further++) {
            try {
                return Optional.ofNullable(owner.getField(name).get(null));
            } catch (NoSuchFieldException absent) {
                // a module of very many variables has them in several classes
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            try {
                String next = main.getName() + ModuleNames.GLOBALS + further;
                owner = main.getClassLoader().loadClass(next);
            } catch (ClassNotFoundException end) {
                return Optional.empty();
            }
        }
    }

    /// How the program ends with what it raised.
    ProgramEnd end(Throwable thrown) {
        return ProgramEnd.of(thrown, traceback);
    }

    /// What CPython would print for what the program raised. Thread-safe.
    public synchronized String traceback(Throwable thrown) {
        return traceback.format(thrown);
    }
}
