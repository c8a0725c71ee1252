package krait.runtime;

import org.jspecify.annotations.Nullable;

/// Python's `collections.defaultdict`.
@PyClass(module = "collections", name = "defaultdict")
@SuppressWarnings("MemberName")
public final class DefaultDict extends Dict {
    private final @Nullable Function factory;

    /// `defaultdict(factory)`.
    public DefaultDict(@Nullable Function factory) {
        this.factory = factory;
    }

    /// `defaultdict(factory, source)`.
    public DefaultDict(@Nullable Function factory, @Nullable Object source) {
        this.factory = factory;
        update(source);
    }

    /// `d.default_factory`.
    public @Nullable Function default_factory() {
        return factory;
    }

    @Override
    protected @Nullable Object missing(@Nullable Object key) {
        if (factory == null) {
            throw new KeyError(key);
        }
        Object value = factory.call0();
        __setitem__(key, value);
        return value;
    }

    @Override
    public DefaultDict copy() {
        DefaultDict copy = new DefaultDict(factory);
        copy.copyFrom(this);
        return copy;
    }

    @Override
    public CharSequence __repr__() {
        return new TextBuilder()
                .append("defaultdict(")
                .append(Values.repr(factory))
                .append(", ")
                .append(reprOfItems("{...}"))
                .append(')')
                .build();
    }
}
