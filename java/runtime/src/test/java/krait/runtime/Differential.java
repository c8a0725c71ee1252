package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;

/// Runs steps at once in Java, and later all of them in CPython, and compares every answer.
@NullUnmarked
final class Differential implements AutoCloseable {
    private static final int CONTEXT = 30;

    /// How Python writes the special methods: `%s` are the arguments, a leading `>` is a statement.
    private static final Map<String, String> SPECIAL =
            Map.ofEntries(
                    Map.entry("__getitem__", "x[%s]"),
                    Map.entry("__setitem__", ">x[%s] = %s"),
                    Map.entry("__delitem__", ">del x[%s]"),
                    Map.entry("__contains__", "%s in x"),
                    Map.entry("__len__", "len(x)"),
                    Map.entry("__bool__", "bool(x)"),
                    Map.entry("__hash__", "hash(x)"),
                    Map.entry("__repr__", "repr(x)"),
                    Map.entry("__iter__", "list(x)"),
                    Map.entry("__reversed__", "list(reversed(x))"),
                    Map.entry("__add__", "x + %s"),
                    Map.entry("__mul__", "x * %s"),
                    Map.entry("__rmul__", "%s * x"),
                    Map.entry("__or__", "x | %s"),
                    Map.entry("__and__", "x & %s"),
                    Map.entry("__sub__", "x - %s"),
                    Map.entry("__xor__", "x ^ %s"),
                    Map.entry("__iadd__", ">x += %s"),
                    Map.entry("__imul__", ">x *= %s"),
                    Map.entry("__ior__", ">x |= %s"),
                    Map.entry("__iand__", ">x &= %s"),
                    Map.entry("__isub__", ">x -= %s"),
                    Map.entry("__ixor__", ">x ^= %s"),
                    Map.entry("__eq__", "x == %s"),
                    Map.entry("__lt__", "x < %s"),
                    Map.entry("__le__", "x <= %s"),
                    Map.entry("__gt__", "x > %s"),
                    Map.entry("__ge__", "x >= %s"));

    private final CPython python = CPython.start();
    private final List<String> lines = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final Map<String, List<Method>> methods = new HashMap<>();
    final Random random;

    Differential(long seed) {
        random = new Random(seed);
    }

    /// A statement that Java has no part in.
    void python(String statement) {
        lines.add(">" + statement);
        answers.add("None");
    }

    /// An expression, and what it is in Java.
    void same(String expression, Callable<?> java) {
        lines.add("=" + expression);
        answers.add(answer(java));
    }

    /// A statement, and what does the same in Java.
    void does(String statement, Callable<?> java) {
        lines.add(">" + statement);
        String answer = answer(java);
        answers.add(answer.startsWith("!") ? answer : "None");
    }

    private static String answer(Callable<?> java) {
        Object value;
        try {
            value = java.call();
            return Values.ascii(value).toString();
        } catch (PyBaseException e) {
            return "!" + PyType.of(e).name() + " " + Values.ascii(e.__str__());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Calls a method of `x` by Python's name, through any of the overloads that fit.
    void call(Object x, String name, Object... arguments) {
        call(x, x.getClass(), name, arguments);
    }

    /// The same for methods that are static, as those of [Text].
    void callStatic(Object x, Class<?> owner, String name, Object... arguments) {
        call(x, owner, name, arguments);
    }

    private void call(Object x, Class<?> owner, String name, Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = source(arguments[i]);
        }
        String code;
        if (SPECIAL.containsKey(name)) {
            code = String.format(SPECIAL.get(name), (Object[]) texts);
        } else {
            code = "x." + name + "(" + String.join(", ", texts) + ")";
        }
        boolean statement = code.startsWith(">");
        Method method = choose(owner, name, arguments, !owner.isInstance(x));
        Callable<Object> java = () -> invoke(method, x, arguments);
        if (statement) {
            does(code.substring(1), java);
        } else {
            same(code, java);
        }
    }

    private static String source(Object value) {
        return Values.ascii(value).toString().replace("[...]", "[]");
    }

    private Method choose(Class<?> owner, String name, Object[] arguments, boolean isStatic) {
        List<Method> all =
                methods.computeIfAbsent(
                        owner.getName() + "." + name,
                        key ->
                                Arrays.stream(owner.getMethods())
                                        .filter(m -> m.getName().equals(name) && !m.isBridge())
                                        .toList());
        List<Method> fitting = new ArrayList<>();
        for (Method each : all) {
            boolean shifted = isStatic && Modifier.isStatic(each.getModifiers());
            if (fits(each, arguments, shifted ? 1 : 0)) {
                fitting.add(each);
            }
        }
        if (fitting.isEmpty()) {
            StringJoiner types = new StringJoiner(", ");
            for (Object each : arguments) {
                types.add(Values.typeName(each));
            }
            return fail(owner.getSimpleName() + " has no " + name + "(" + types + ")");
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static boolean fits(Method method, Object[] arguments, int shift) {
        Class<?>[] types = method.getParameterTypes();
        if (method.isVarArgs()) {
            return true;
        }
        if (types.length != arguments.length + shift) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = types[i + shift];
            Object value = arguments[i];
            boolean fits =
                    type == long.class
                            ? value instanceof Long
                            : type == double.class
                                    ? value instanceof Double
                                    : type == boolean.class
                                            ? value instanceof Boolean
                                            : value == null || type.isInstance(value);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Object invoke(Method method, Object x, Object[] arguments) throws Exception {
        Object[] given = method.isVarArgs() ? new Object[] {arguments} : arguments;
        if (Modifier.isStatic(method.getModifiers())) {
            Object[] shifted = new Object[given.length + 1];
            shifted[0] = x;
            System.arraycopy(given, 0, shifted, 1, given.length);
            given = shifted;
        }
        try {
            Object result = method.invoke(x, given);
            return result instanceof PyIterator each ? ObjectList.from(each) : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof PyBaseException exception) {
                throw exception;
            }
            if (e.getCause() instanceof WideResult wide) {
                return wide.value();
            }
            throw new IllegalStateException(lines(method, arguments), e.getCause());
        }
    }

    private static String lines(Method method, Object[] arguments) {
        return method + " of " + Values.ascii(ObjectList.of(arguments));
    }

    /// Asks CPython for all that was recorded since the last check.
    void check() {
        List<String> expected = python.run(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!expected.get(i).equals(answers.get(i))) {
                List<String> context = lines.subList(Math.max(0, i - CONTEXT), i + 1);
                assertThat(answers.get(i))
                        .as("after\n%s", String.join("\n", context))
                        .isEqualTo(expected.get(i));
            }
        }
        lines.clear();
        answers.clear();
    }

    @Override
    public void close() throws IOException {
        python.close();
    }
}
