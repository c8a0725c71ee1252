package krait.runtime.lib;

import krait.runtime.Counter;
import krait.runtime.DataObject;
import krait.runtime.DefaultDict;
import krait.runtime.Dict;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.PyList;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// What of `dataclasses` runs when the program does.
@SuppressWarnings("MemberName")
public final class DataclassesModule {
    private DataclassesModule() {}

    /// `asdict(object)`.
    public static Dict asdict(@Nullable Object object) {
        if (!(object instanceof DataObject data)) {
            throw new TypeError("asdict() should be called on dataclass instances");
        }
        return (Dict) new Parts(true).of(data);
    }

    /// `astuple(object)`.
    public static Tuple astuple(@Nullable Object object) {
        if (!(object instanceof DataObject data)) {
            throw new TypeError("astuple() should be called on dataclass instances");
        }
        return (Tuple) new Parts(false).of(data);
    }

    /// `is_dataclass(object)`, of an object.
    public static boolean _is_dataclass(@Nullable Object object) {
        return object instanceof DataObject;
    }

    /// What stands for a field in `fields(...)`.
    public static Field _field(
            CharSequence name, boolean init, boolean repr, boolean compare, boolean keywordOnly) {
        return new Field(name, init, repr, compare, keywordOnly);
    }

    /// An object with all that is in it, as dicts or as tuples; what is no container of these is
    /// copied each time that it is met.
    private record Parts(boolean asDicts) {
        Object of(DataObject data) {
            @Nullable Object[] values = data.values$$();
            for (int i = 0; i < values.length; i++) {
                values[i] = part(values[i]);
            }
            if (!asDicts) {
                return Tuple.of(values);
            }
            Dict dict = new Dict();
            String[] names = data.names$$().isEmpty() ? new String[0] : data.names$$().split(",");
            for (int i = 0; i < values.length; i++) {
                dict.__setitem__(Text.of(names[i]), values[i]);
            }
            return dict;
        }

        private @Nullable Object part(@Nullable Object value) {
            if (value instanceof DataObject data) {
                return of(data);
            } else if (value instanceof PyList list) {
                return list(list);
            } else if (value instanceof Tuple tuple) {
                return tuple(tuple);
            } else if (value instanceof Counter counter) {
                return counter(counter);
            }
            return value instanceof Dict dict ? dict(dict) : new Copies(true).of(value);
        }

        private Object list(PyList list) {
            if (!(list instanceof ObjectList)) {
                return list.copy();
            }
            ObjectList copy = new ObjectList();
            for (int i = 0; i < list.size(); i++) {
                copy.append(part(list.__getitem__(i)));
            }
            return copy;
        }

        private Object tuple(Tuple tuple) {
            @Nullable Object[] items = tuple.toArray();
            for (int i = 0; i < items.length; i++) {
                items[i] = part(items[i]);
            }
            return Copies.like(tuple, items);
        }

        /// CPython makes a dict of pairs; of those a Counter takes each for an item.
        private Object counter(Counter counter) {
            ObjectList pairs = new ObjectList();
            PyIterator keys = Values.iter(counter);
            while (keys.advance()) {
                Object key = keys.value();
                pairs.append(Tuple.of(part(key), part(counter.__getitem__(key))));
            }
            return Counter.from(pairs);
        }

        private Object dict(Dict dict) {
            Dict copy =
                    dict instanceof DefaultDict defaults
                            ? new DefaultDict(defaults.default_factory())
                            : dict.copy();
            copy.clear();
            PyIterator keys = Values.iter(dict);
            while (keys.advance()) {
                Object key = keys.value();
                copy.__setitem__(part(key), part(dict.__getitem__(key)));
            }
            return copy;
        }
    }
}
