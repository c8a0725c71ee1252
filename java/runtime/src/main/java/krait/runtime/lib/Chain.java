package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import org.jspecify.annotations.Nullable;

/// `itertools.chain`.
@PyClass(module = "itertools", name = "chain")
@SuppressWarnings("MemberName")
public final class Chain extends PyIterator {
    private final PyIterator items;

    /// `chain(*sources)`.
    public Chain(@Nullable Object... sources) {
        items = ItertoolsModule.chained(sources);
    }

    /// `chain.from_iterable(sources)`.
    public static PyIterator from_iterable(@Nullable Object sources) {
        return ItertoolsModule.chainFrom(sources);
    }

    @Override
    public boolean advance() {
        return items.advance();
    }

    @Override
    public @Nullable Object value() {
        return items.value();
    }
}
