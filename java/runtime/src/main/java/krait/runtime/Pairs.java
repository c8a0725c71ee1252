package krait.runtime;

import org.jspecify.annotations.Nullable;

/// What `dict(x)` and `update(x)` take when it is no dict: an iterable of pairs.
final class Pairs {
    private Pairs() {}

    static void addTo(Dict dict, @Nullable Object source) {
        PyIterator pairs = Values.iter(source);
        for (long i = 0; pairs.advance(); i++) {
            Object pair = pairs.value();
            if (pair instanceof Tuple tuple && tuple.size() == 2) {
                dict.__setitem__(tuple.get(0), tuple.get(1));
                continue;
            }
            if (!(pair instanceof PyObject) && !(pair instanceof CharSequence)) {
                throw new TypeError("object is not iterable");
            }
            ObjectList items = ObjectList.from(pair);
            if (items.size() != 2) {
                throw new ValueError(
                        "dictionary update sequence element #"
                                + i
                                + " has length "
                                + items.size()
                                + "; 2 is required");
            }
            dict.__setitem__(items.item(0), items.item(1));
        }
    }
}
