package krait.workers;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import krait.base.Log;

/// kill(2): `java.lang.Process` knows SIGTERM and SIGKILL alone, and a container may have no `kill`
/// command.
final class PosixSignal {
    /// The same number on every system.
    static final int QUIT = 3;

    private static final Log LOG = Log.of("workers");

    private PosixSignal() {}

    @SuppressWarnings("restricted") // the C library is called with two ints
    static void send(long pid, int signal) {
        Linker linker = Linker.nativeLinker();
        try {
            MethodHandle kill =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("kill"),
                            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
            int result = (int) kill.invokeExact((int) pid, signal);
            LOG.debug("signal sent", "pid", pid, "signal", signal, "result", result);
        } catch (Throwable failure) {
            LOG.warning("signal " + signal + " could not be sent to " + pid + ": " + failure);
        }
    }
}
