package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The hash of a key within a dict, where it decides nothing that a program sees.
final class DictHash {
    private DictHash() {}

    static int of(@Nullable Object key) {
        if (key instanceof String text) {
            return spread(text.hashCode());
        }
        if (key instanceof Long number) {
            return of(number.longValue());
        }
        try {
            return spread(Values.hash(key));
        } catch (TypeError unhashable) {
            String type = Values.typeName(key);
            TypeError error =
                    new TypeError(
                            "cannot use '"
                                    + type
                                    + "' as a dict key ("
                                    + Values.str(unhashable)
                                    + ")");
            error.setContext(unhashable);
            throw error.from(unhashable);
        }
    }

    static int of(long key) {
        return spread(Numeric.hash(key));
    }

    private static int spread(long hash) {
        int folded = (int) (hash ^ hash >>> 32);
        return folded ^ folded >>> 15;
    }
}
