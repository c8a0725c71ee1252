package krait.runtime.lib;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import krait.runtime.Function;
import org.jspecify.annotations.Nullable;

/// The values of properties under `@cached_property`. CPython keeps them in the object's own
/// dictionary; here an object has its fields alone, so they stand beside it as long as it lives.
final class CachedProperties {
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final ConcurrentMap<Owner, Map<String, Object>> VALUES =
            new ConcurrentHashMap<>();
    private static final Object NONE = new Object();

    private CachedProperties() {}

    /// An object by its identity, which does not keep it alive.
    private static final class Owner extends WeakReference<Object> {
        private final int hash;

        Owner(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            Object object = get();
            return this == other
                    || (other instanceof Owner that && object != null && object == that.get());
        }
    }

    /// What is known of an object is known of its copy.
    static void copy(Object from, Object to, UnaryOperator<@Nullable Object> copied) {
        Map<String, Object> values = VALUES.get(new Owner(from, null));
        if (values != null) {
            Map<String, Object> own =
                    VALUES.computeIfAbsent(new Owner(to, GONE), _ -> new HashMap<>());
            values.forEach((name, value) ->
                    own.put(
                            name,
                            NONE.equals(value)
                                    ? NONE
                                    : Objects.requireNonNull(copied.apply(value))));
        }
    }

    static @Nullable Object get(Object owner, String name, Function compute) {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            VALUES.remove(gone);
        }
        Map<String, Object> values = VALUES.get(new Owner(owner, null));
        Object known = values == null ? null : values.get(name);
        if (known != null) {
            return NONE.equals(known) ? null : known;
        }
        Object value = compute.call0();
        VALUES.computeIfAbsent(new Owner(owner, GONE), _ -> new HashMap<>())
                .put(name, Objects.requireNonNullElse(value, NONE));
        return value;
    }
}
