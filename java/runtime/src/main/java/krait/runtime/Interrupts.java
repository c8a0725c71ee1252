package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Ctrl-C in a loop that computes. Loops of compiled code call [#poll()], which costs nothing: as
/// long as no class below this one is loaded, the JVM knows that [#check()] is empty and leaves the
/// call away. The first interrupt loads [Heard]; the JVM then takes compiled loops back, and from
/// there on they look at a volatile field in each round.
///
/// Nothing here but [#interrupt] may name Heard where this class is verified, as that would load
/// it.
public class Interrupts {
    private static Interrupts current = new Interrupts();

    Interrupts() {}

    /// Raises KeyboardInterrupt when one is pending for this thread.
    public static void poll() {
        current.check();
    }

    /// Makes one pending for a thread, and ends its sleep.
    public static void interrupt(Thread thread) {
        current = Heard.by(thread);
        thread.interrupt();
    }

    /// Whether one is pending that its thread has not met.
    public static boolean pending() {
        return current.isPending();
    }

    void check() {
        // Nobody was ever interrupted.
    }

    boolean isPending() {
        return false;
    }

    /// Is loaded by the first interrupt.
    private static final class Heard extends Interrupts {
        private static volatile @Nullable Thread interrupted;

        static Interrupts by(Thread thread) {
            interrupted = thread;
            return new Heard();
        }

        @Override
        void check() {
            Thread thread = interrupted;
            if (thread != null && thread.equals(Thread.currentThread())) {
                interrupted = null;
                Thread.interrupted();
                throw new KeyboardInterrupt();
            }
        }

        @Override
        boolean isPending() {
            return interrupted != null;
        }
    }
}
