package krait.runtime.lib;

import java.util.ArrayList;
import java.util.List;
import krait.runtime.Function;
import krait.runtime.PyIterator;
import krait.runtime.Tuple;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// `heapq.merge`: sorted sources as one, lazily.
final class Merge extends PyIterator {
    private final @Nullable Function key;
    private final boolean reverse;
    private final Tuple inputs;
    private final List<Source> sources = new ArrayList<>();
    private boolean started;
    private @Nullable Source first;
    private @Nullable Object item;

    private static final class Source {
        final PyIterator items;
        @Nullable Object item;
        @Nullable Object key;

        Source(PyIterator items) {
            this.items = items;
        }
    }

    Merge(Tuple inputs, @Nullable Function key, boolean reverse) {
        this.inputs = inputs;
        this.key = key;
        this.reverse = reverse;
    }

    private boolean move(Source source) {
        if (!source.items.advance()) {
            return false;
        }
        source.item = source.items.value();
        source.key = key == null ? source.item : key.call1(source.item);
        return true;
    }

    @Override
    public boolean advance() {
        if (!started) {
            started = true;
            for (int i = 0; i < inputs.size(); i++) {
                Source source = new Source(Values.iter(inputs.get(i)));
                if (move(source)) {
                    sources.add(source);
                }
            }
        }
        Source last = first;
        if (last != null && !move(last)) {
            sources.remove(last);
        }
        first = null;
        for (Source each : sources) {
            Source best = first;
            if (best == null || precedes(each, best)) {
                first = each;
            }
        }
        Source found = first;
        item = found == null ? null : found.item;
        return found != null;
    }

    private boolean precedes(Source one, Source other) {
        return reverse ? Values.lt(other.key, one.key) : Values.lt(one.key, other.key);
    }

    @Override
    public @Nullable Object value() {
        return item;
    }
}
