package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import org.jspecify.annotations.Nullable;

/// Iterators over choices from pools, in lexicographic order of positions.
final class Combinatorics {
    private Combinatorics() {}

    /// Walks over arrays of positions; a subclass says what follows.
    private abstract static class Choices extends PyIterator {
        final Tuple pool;
        final int[] positions;
        private boolean started;
        private boolean ended;

        Choices(Tuple pool, long size, boolean empty) {
            this.pool = pool;
            this.positions = new int[empty ? 0 : (int) size];
            this.ended = empty;
        }

        /// Moves to the next positions; false when these were the last.
        abstract boolean next();

        @Override
        public boolean advance() {
            if (ended) {
                return false;
            }
            if (!started) {
                started = true;
                return true;
            }
            ended = !next();
            return !ended;
        }

        @Override
        public Object value() {
            @Nullable Object[] items = new @Nullable Object[positions.length];
            for (int i = 0; i < items.length; i++) {
                items[i] = pool.get(positions[i]);
            }
            return Tuple.of(items);
        }
    }

    static PyIterator product(long repeat, @Nullable Object... sources) {
        Tuple[] pools = new Tuple[Math.toIntExact(repeat * sources.length)];
        boolean empty = false;
        for (int i = 0; i < pools.length; i++) {
            pools[i] = i < sources.length ? Tuple.from(sources[i]) : pools[i - sources.length];
            empty |= pools[i].size() == 0;
        }
        return new Choices(Tuple.EMPTY, pools.length, empty) {
            @Override
            boolean next() {
                for (int i = positions.length - 1; i >= 0; i--) {
                    if (++positions[i] < pools[i].size()) {
                        return true;
                    }
                    positions[i] = 0;
                }
                return false;
            }

            @Override
            public Object value() {
                @Nullable Object[] items = new @Nullable Object[positions.length];
                for (int i = 0; i < items.length; i++) {
                    items[i] = pools[i].get(positions[i]);
                }
                return Tuple.of(items);
            }
        };
    }

    static PyIterator permutations(Tuple pool, long r) {
        int count = pool.size();
        int[] order = new int[count];
        int[] cycles = new int[r > count ? 0 : (int) r];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = count - i;
        }
        Choices choices =
                new Choices(pool, r, r > count) {
                    @Override
                    boolean next() {
                        for (int i = cycles.length - 1; i >= 0; i--) {
                            cycles[i]--;
                            if (cycles[i] == 0) {
                                int first = order[i];
                                System.arraycopy(order, i + 1, order, i, count - i - 1);
                                order[count - 1] = first;
                                cycles[i] = count - i;
                            } else {
                                int other = count - cycles[i];
                                int swapped = order[i];
                                order[i] = order[other];
                                order[other] = swapped;
                                System.arraycopy(order, 0, positions, 0, positions.length);
                                return true;
                            }
                        }
                        return false;
                    }
                };
        System.arraycopy(order, 0, choices.positions, 0, choices.positions.length);
        return choices;
    }

    static PyIterator combinations(Tuple pool, long r) {
        int count = pool.size();
        Choices choices =
                new Choices(pool, r, r > count) {
                    @Override
                    boolean next() {
                        int size = positions.length;
                        int i = size - 1;
                        while (i >= 0 && positions[i] == count - size + i) {
                            i--;
                        }
                        if (i < 0) {
                            return false;
                        }
                        positions[i]++;
                        for (int j = i + 1; j < size; j++) {
                            positions[j] = positions[j - 1] + 1;
                        }
                        return true;
                    }
                };
        for (int i = 0; i < choices.positions.length; i++) {
            choices.positions[i] = i;
        }
        return choices;
    }

    static PyIterator combinationsWithReplacement(Tuple pool, long r) {
        int count = pool.size();
        return new Choices(pool, r, count == 0 && r > 0) {
            @Override
            boolean next() {
                int i = positions.length - 1;
                while (i >= 0 && positions[i] == count - 1) {
                    i--;
                }
                if (i < 0) {
                    return false;
                }
                Arrays.fill(positions, i, positions.length, positions[i] + 1);
                return true;
            }
        };
    }
}
