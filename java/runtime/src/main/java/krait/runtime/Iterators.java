package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The iterators of Python's builtins.
public final class Iterators {
    private Iterators() {}

    /// `enumerate(items, start)`.
    @PyClass(name = "enumerate")
    public static final class Enumerate extends PyIterator {
        private final PyIterator items;
        private Object next;
        private Object number = 0L;

        /// Counts from `start`, an int.
        public Enumerate(@Nullable Object items, Object start) {
            this.items = Values.iter(items);
            this.next = start;
        }

        @Override
        public boolean advance() {
            if (!items.advance()) {
                return false;
            }
            number = next;
            next = Ints.add(next, 1L);
            return true;
        }

        @Override
        public Object value() {
            return Tuple.of(number, items.value());
        }
    }

    /// `zip(*sources, strict=strict)`.
    @PyClass(name = "zip")
    public static final class Zip extends PyIterator {
        private final PyIterator[] sources;
        private final boolean strict;
        private Tuple item = Tuple.EMPTY;

        /// Over all sources at once.
        public Zip(boolean strict, @Nullable Object... sources) {
            this.strict = strict;
            this.sources = new PyIterator[sources.length];
            for (int i = 0; i < sources.length; i++) {
                this.sources[i] = Values.iter(sources[i]);
            }
        }

        @Override
        public boolean advance() {
            int count = sources.length;
            @Nullable Object[] items = new @Nullable Object[count];
            for (int i = 0; i < count; i++) {
                if (!sources[i].advance()) {
                    if (strict) {
                        refuse(i);
                    }
                    return false;
                }
                items[i] = sources[i].value();
            }
            item = Tuple.of(items);
            return count > 0;
        }

        /// Throws unless all sources end together.
        private void refuse(int ended) {
            if (ended > 0) {
                throw new ValueError(message(ended, "shorter"));
            }
            for (int i = 1; i < sources.length; i++) {
                if (sources[i].advance()) {
                    throw new ValueError(message(i, "longer"));
                }
            }
        }

        private static String message(int position, String than) {
            String others = position == 1 ? " 1" : "s 1-" + position;
            return "zip() argument " + (position + 1) + " is " + than + " than argument" + others;
        }

        @Override
        public Object value() {
            return item;
        }
    }

    /// `map(function, *sources)`.
    @PyClass(name = "map")
    public static final class Map extends PyIterator {
        private final Function function;
        private final PyIterator[] sources;
        private @Nullable Object item;

        /// Calls the function with an item of each source.
        public Map(Function function, @Nullable Object... sources) {
            this.function = function;
            this.sources = new PyIterator[sources.length];
            for (int i = 0; i < sources.length; i++) {
                this.sources[i] = Values.iter(sources[i]);
            }
        }

        @Override
        public boolean advance() {
            if (sources.length == 1) {
                if (!sources[0].advance()) {
                    return false;
                }
                item = function.call1(sources[0].value());
                return true;
            }
            @Nullable Object[] arguments = new @Nullable Object[sources.length];
            for (int i = 0; i < sources.length; i++) {
                if (!sources[i].advance()) {
                    return false;
                }
                arguments[i] = sources[i].value();
            }
            item = function.callN(arguments);
            return true;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }

    /// `filter(function, items)`.
    @PyClass(name = "filter")
    public static final class Filter extends PyIterator {
        private final @Nullable Function function;
        private final PyIterator items;
        private final boolean wanted;
        private @Nullable Object item;

        /// Keeps the items for which the function (without one, the item) is as true as wanted.
        public Filter(@Nullable Function function, @Nullable Object items, boolean wanted) {
            this.function = function;
            this.items = Values.iter(items);
            this.wanted = wanted;
        }

        @Override
        public boolean advance() {
            while (items.advance()) {
                item = items.value();
                Object answer = function == null ? item : function.call1(item);
                if (Values.truth(answer) == wanted) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }

    /// `iter(function, sentinel)`.
    @PyClass(name = "callable_iterator")
    public static final class Calls extends PyIterator {
        private @Nullable Function function;
        private final @Nullable Object sentinel;
        private @Nullable Object item;

        /// Calls until the sentinel comes.
        public Calls(Function function, @Nullable Object sentinel) {
            this.function = function;
            this.sentinel = sentinel;
        }

        @Override
        public boolean advance() {
            Function call = function;
            if (call == null) {
                return false;
            }
            try {
                item = call.call0();
            } catch (StopIteration stop) {
                function = null;
                return false;
            }
            if (Values.same(item, sentinel)) {
                function = null;
                return false;
            }
            return true;
        }

        @Override
        public @Nullable Object value() {
            return item;
        }
    }
}
