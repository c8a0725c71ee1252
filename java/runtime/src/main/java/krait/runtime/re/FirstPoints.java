package krait.runtime.re;

import java.util.List;

/// The code points that a match can begin with.
final class FirstPoints {
    private static final int TABLE = 256;

    private final boolean[] low = new boolean[TABLE];
    private final CodePointSet[] sets;

    FirstPoints(List<CodePointSet> sets) {
        this.sets = sets.toArray(CodePointSet[]::new);
        for (int i = 0; i < TABLE; i++) {
            low[i] = compute(i);
        }
    }

    boolean has(int point) {
        return point < TABLE ? low[point] : compute(point);
    }

    private boolean compute(int point) {
        for (CodePointSet set : sets) {
            if (set.has(point)) {
                return true;
            }
        }
        return false;
    }
}
