package krait.runtime.lib;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import krait.runtime.AnySet;
import krait.runtime.ByteArray;
import krait.runtime.Bytes;
import krait.runtime.Deque;
import krait.runtime.Dict;
import krait.runtime.FrozenSet;
import krait.runtime.Function;
import krait.runtime.Generator;
import krait.runtime.NotImplementedError;
import krait.runtime.ObjectList;
import krait.runtime.PyEnum;
import krait.runtime.PyIterator;
import krait.runtime.PyList;
import krait.runtime.PyObject;
import krait.runtime.PySet;
import krait.runtime.PyType;
import krait.runtime.Range;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// One `copy.copy` or `copy.deepcopy`, which copies each object once.
///
/// Objects of the program are made without `__init__`, and their fields copied: the emitter gives
/// every class a constructor without arguments, and public fields.
final class Copies {
    /// Classes of the program; the runtime's own are copied one by one.
    private static final String PROGRAM = "py.";

    private final boolean deep;
    private final IdentityHashMap<Object, Object> made = new IdentityHashMap<>();

    Copies(boolean deep) {
        this.deep = deep;
    }

    @Nullable Object of(@Nullable Object value) {
        if (value == null || isAtomic(value)) {
            return value;
        }
        Object known = made.get(value);
        return known != null ? known : made(value);
    }

    private static boolean isAtomic(Object value) {
        return value instanceof Long
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof CharSequence
                || value instanceof Bytes
                || value instanceof Range
                || value instanceof PyType
                || value instanceof PyEnum
                || value instanceof DatetimeDate
                || value instanceof DatetimeTime
                || value instanceof DatetimeTimedelta
                || value instanceof DatetimeTimezone
                || value instanceof FractionsFraction
                || value instanceof PathlibPurePath
                || value instanceof RePattern;
    }

    private Object made(Object value) {
        if (value instanceof PyList list) {
            return ofList(list);
        } else if (value instanceof Dict dict) {
            return ofDict(dict);
        } else if (value instanceof Tuple tuple) {
            return ofTuple(tuple);
        } else if (value instanceof FrozenSet set) {
            return deep ? kept(set, FrozenSet.from(items(set))) : set;
        } else if (value instanceof AnySet set) {
            return kept(set, PySet.from(items(set)));
        } else if (value instanceof Deque deque) {
            return ofDeque(deque);
        } else if (value instanceof ByteArray bytes) {
            return kept(bytes, bytes.copy());
        } else if (value instanceof Function function) {
            return ofFunction(function);
        } else if (value instanceof PyObject object && ofProgram(object)) {
            return ofObject(object);
        }
        throw unable(value);
    }

    private static boolean ofProgram(Object object) {
        Class<?> root = object.getClass();
        while (root.getSuperclass() != null && root.getSuperclass() != Object.class) {
            root = root.getSuperclass();
        }
        return root.getName().startsWith(PROGRAM);
    }

    private static TypeError unable(Object value) {
        String name = value instanceof Generator ? "generator" : PyType.of(value).name();
        return new TypeError("cannot pickle '" + name + "' object");
    }

    private Object kept(Object value, Object copy) {
        made.put(value, copy);
        return copy;
    }

    private ObjectList items(Object source) {
        ObjectList items = new ObjectList();
        PyIterator each = Values.iter(source);
        while (each.advance()) {
            items.append(deep ? of(each.value()) : each.value());
        }
        return items;
    }

    private Object ofList(PyList list) {
        if (!deep || !(list instanceof ObjectList)) {
            return kept(list, list.copy());
        }
        ObjectList copy = new ObjectList();
        made.put(list, copy);
        for (int i = 0; i < list.size(); i++) {
            copy.append(of(list.__getitem__(i)));
        }
        return copy;
    }

    private Object ofDict(Dict dict) {
        Dict copy = dict.copy();
        made.put(dict, copy);
        if (deep) {
            copy.clear();
            PyIterator keys = Values.iter(dict);
            while (keys.advance()) {
                Object key = keys.value();
                copy.__setitem__(of(key), of(dict.__getitem__(key)));
            }
        }
        return copy;
    }

    private Object ofDeque(Deque deque) {
        Deque copy = deque.copy();
        made.put(deque, copy);
        if (deep) {
            copy.clear();
            PyIterator each = Values.iter(deque);
            while (each.advance()) {
                copy.append(of(each.value()));
            }
        }
        return copy;
    }

    /// A tuple whose items are all the same objects stays itself.
    @SuppressWarnings("ReferenceEquality")
    private Object ofTuple(Tuple tuple) {
        boolean named = isNamed(tuple);
        if (!deep && !named) {
            return tuple;
        }
        @Nullable Object[] items = tuple.toArray();
        boolean changed = named;
        for (int i = 0; deep && i < items.length; i++) {
            Object item = items[i];
            items[i] = of(item);
            changed |= items[i] != item;
        }
        Object known = made.get(tuple); // an item may lead back to it
        if (known != null) {
            return known;
        }
        if (!changed) {
            return tuple;
        }
        return kept(tuple, like(tuple, items));
    }

    /// A tuple, or a named one of the same class, with other items.
    static Object like(Tuple tuple, @Nullable Object[] items) {
        return isNamed(tuple) ? made(tuple, new Object[] {items}) : Tuple.of(items);
    }

    private static boolean isNamed(Tuple tuple) {
        return tuple.getClass().getName().startsWith(PROGRAM);
    }

    private Object ofFunction(Function function) {
        if (deep && function.isBound()) {
            throw new NotImplementedError("a copy of a bound method");
        }
        return function;
    }

    private static Object made(Object like, Object[] arguments) {
        try {
            return constructor(like, arguments.length).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> constructor(Object like, int count) {
        for (Constructor<?> each : like.getClass().getConstructors()) {
            if (each.getParameterCount() == count) {
                return each;
            }
        }
        throw new IllegalStateException(like.getClass().getName());
    }

    private Object ofObject(PyObject object) {
        Object copy = made(object, new Object[0]);
        made.put(object, copy);
        try {
            for (Field field : fields(object.getClass())) {
                Object value = field.get(object);
                boolean reference = deep && !field.getType().isPrimitive();
                field.set(copy, reference && value != null ? ofField(value) : value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        CachedProperties.copy(object, copy, deep ? this::of : value -> value);
        return copy;
    }

    /// What marks a field that has no value yet is no object of Python's.
    private @Nullable Object ofField(Object value) {
        boolean python = value instanceof PyObject || isAtomic(value);
        return python ? of(value) : value;
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
