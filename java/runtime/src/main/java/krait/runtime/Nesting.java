package krait.runtime;

import java.util.ArrayList;

/// The containers whose repr the current thread is writing, so that one that contains itself ends.
@SuppressWarnings("ReferenceEquality")
final class Nesting {
    private static final ThreadLocal<ArrayList<Object>> OPEN =
            ThreadLocal.withInitial(ArrayList::new);

    private Nesting() {}

    /// False when the container is being written already; true needs a [#leave()].
    static boolean enter(Object container) {
        ArrayList<Object> open = OPEN.get();
        for (Object each : open) {
            if (each == container) {
                return false;
            }
        }
        open.add(container);
        return true;
    }

    static void leave() {
        OPEN.get().removeLast();
    }
}
