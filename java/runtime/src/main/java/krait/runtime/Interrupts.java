package krait.runtime;

/// Ctrl-C in a loop that computes. Loops of compiled code call [#poll()], which costs nothing: as
/// long as no class below this one is loaded, the JVM knows that [#check()] is empty and leaves the
/// call away. The first interrupt loads such a class; the JVM then takes compiled loops back, and
/// they find the interrupt in the interpreter.
public class Interrupts {
    private static Interrupts current = new Interrupts();

    Interrupts() {}

    /// Raises KeyboardInterrupt when one is pending for this thread.
    public static void poll() {
        current.check();
    }

    void check() {
        // Nothing is pending.
    }

    /// Makes one pending for a thread, and ends its sleep.
    public static void interrupt(Thread thread) {
        current = new Pending(thread);
        thread.interrupt();
    }

    /// Whether one is pending that the thread has not met.
    public static boolean pending() {
        return current instanceof Pending;
    }

    private static void met() {
        current = new Interrupts();
    }

    /// Is loaded by the first interrupt.
    private static final class Pending extends Interrupts {
        private final Thread thread;

        Pending(Thread thread) {
            this.thread = thread;
        }

        @Override
        void check() {
            if (Thread.currentThread().equals(thread)) {
                met();
                Thread.interrupted();
                throw new KeyboardInterrupt();
            }
        }
    }
}
