package krait.runtime;

import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A member of an enumeration of bits, or several members together, which are one object for each
/// value.
@PyClass(module = "enum", name = "Flag")
@SuppressWarnings({"MemberName", "ReferenceEquality"})
public abstract class PyFlag extends PyEnum {
    private static final ClassValue<Members> MEMBERS =
            new ClassValue<>() {
                @Override
                protected Members computeValue(Class<?> type) {
                    return new Members(type);
                }
            };

    protected PyFlag() {}

    /// What there is of one class. Members are added while the class is made, compositions when
    /// they are met first.
    private static final class Members {
        private final Class<?> type;
        private final Map<Object, PyFlag> bits = new LinkedHashMap<>();
        private final Map<Object, PyFlag> all = new LinkedHashMap<>();
        private Object mask = 0L;

        Members(Class<?> type) {
            this.type = type;
        }

        synchronized void add(PyFlag member) {
            Object value = Objects.requireNonNull(member.value());
            all.put(value, member);
            if (Ints.signum(value) > 0 && isBit(value)) {
                bits.put(value, member);
                mask = Ints.or(mask, value);
            }
        }

        private static boolean isBit(Object value) {
            return Ints.signum(Ints.and(value, Ints.sub(value, 1L))) == 0;
        }

        synchronized PyFlag get(Object value) {
            PyFlag known = all.get(value);
            if (known != null) {
                return known;
            }
            PyFlag made = make();
            TextBuilder name = new TextBuilder();
            String between = "";
            for (Map.Entry<Object, PyFlag> bit : bits.entrySet()) {
                if (Ints.signum(Ints.and(value, bit.getKey())) != 0) {
                    name.append(between).append(Values.str(bit.getValue().name()));
                    between = "|";
                }
            }
            made.compose(Ints.signum(value) == 0 ? null : name.build(), value);
            all.put(value, made);
            return made;
        }

        private PyFlag make() {
            try {
                Constructor<?> constructor = type.getConstructor();
                return (PyFlag) constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Members members() {
        return MEMBERS.get(getClass());
    }

    @Override
    public final void _member_(@Nullable CharSequence newName, @Nullable Object newValue) {
        super._member_(newName, newValue);
        members().add(this);
    }

    private void compose(@Nullable CharSequence name, Object value) {
        super._member_(name, value);
    }

    private Object bits() {
        return Objects.requireNonNull(value());
    }

    /// `Permission(value)`, by the class of one of its members.
    ///
    /// @param kind names the class in messages
    public static PyFlag of(PyFlag like, @Nullable Object value, PyType kind) {
        Members members = like.members();
        if (value instanceof PyFlag flag && flag.getClass() == like.getClass()) {
            return flag;
        }
        Object number = value instanceof Boolean truth ? (Object) (truth ? 1L : 0L) : value;
        if (value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 0x1p53) {
            PyFlag known = members.all.get(real.longValue()); // a key of the dict that equals it
            if (known != null) {
                return known;
            }
        }
        if (!(number instanceof Long || number instanceof java.math.BigInteger)) {
            TextBuilder text = new TextBuilder().append(Values.repr(value));
            throw new ValueError(text.append(" is not a valid ").append(kind.qualname()).build());
        }
        long width = Math.max(Ints.bit_length(number), Ints.bit_length(members.mask));
        Object all = Ints.sub(Ints.lshift((Object) 1L, (Object) Ints.bit_length(members.mask)), 1L);
        boolean outside =
                Values.truth(Values.gt(number, all))
                        || Values.truth(Values.lt(number, Ints.invert(all)));
        if (outside || Ints.signum(Ints.and(number, Ints.xor(all, members.mask))) != 0) {
            throw new ValueError(
                    Values.repr(kind)
                            + " invalid value "
                            + Values.repr(number)
                            + "\n    given "
                            + binary(number, width)
                            + "\n  allowed "
                            + binary(members.mask, width));
        }
        return members.get(Ints.signum(number) < 0 ? Ints.add(Ints.add(all, 1L), number) : number);
    }

    /// The bits of an int behind its sign, as messages show them.
    private static String binary(Object number, long width) {
        boolean negative = Ints.signum(number) < 0;
        long length = Ints.bit_length(number);
        Object shown =
                negative ? Ints.add(Ints.lshift((Object) 1L, (Object) length), number) : number;
        String digits =
                Ints.signum(shown) == 0
                        ? ""
                        : shown instanceof Long fits
                                ? Long.toBinaryString(fits)
                                : ((java.math.BigInteger) shown).toString(2);
        String padded = "0".repeat((int) Math.max(length - digits.length(), 0)) + digits;
        if (length == 0) {
            padded = negative ? "" : "0";
        }
        String sign = negative ? "1" : "0";
        return "0b" + sign + " " + sign.repeat((int) Math.max(width - padded.length(), 0)) + padded;
    }

    private Object bits(String operator, @Nullable Object other) {
        if (other == null || other.getClass() != getClass()) {
            throw new TypeError(
                    "unsupported operand type(s) for "
                            + operator
                            + ": '"
                            + PyType.of(this).name()
                            + "' and '"
                            + PyType.of(other).name()
                            + "'");
        }
        return ((PyFlag) other).bits();
    }

    /// `a | b`.
    public final PyFlag __or__(@Nullable Object other) {
        return members().get(Ints.or(bits(), bits("|", other)));
    }

    /// `a & b`.
    public final PyFlag __and__(@Nullable Object other) {
        return members().get(Ints.and(bits(), bits("&", other)));
    }

    /// `a ^ b`.
    public final PyFlag __xor__(@Nullable Object other) {
        return members().get(Ints.xor(bits(), bits("^", other)));
    }

    /// `~a`.
    public final PyFlag __invert__() {
        return members().get(Ints.and(members().mask, Ints.invert(bits())));
    }

    @Override
    public final boolean __contains__(@Nullable Object other) {
        if (other == null || other.getClass() != getClass()) {
            throw new TypeError(
                    "unsupported operand type(s) for 'in': '"
                            + PyType.of(other).qualname()
                            + "' and '"
                            + PyType.of(this).qualname()
                            + "'");
        }
        Object bits = ((PyFlag) other).bits();
        return Ints.and(bits, bits()).equals(bits);
    }

    @Override
    public final PyIterator __iter__() {
        ObjectList found = new ObjectList();
        members()
                .bits
                .forEach((bit, member) -> {
                    if (Ints.signum(Ints.and(bit, bits())) != 0) {
                        found.append(member);
                    }
                });
        return found.__iter__();
    }

    @Override
    public final long __len__() {
        Object bits = bits();
        return bits instanceof Long fits
                ? Long.bitCount(fits)
                : ((java.math.BigInteger) bits).bitCount();
    }

    @Override
    public final boolean __bool__() {
        return Ints.signum(bits()) != 0;
    }

    @Override
    public final CharSequence __repr__() {
        return name() == null
                ? "<" + PyType.of(this).name() + ": " + Values.repr(value()) + ">"
                : super.__repr__();
    }

    @Override
    public final CharSequence __str__() {
        return name() == null
                ? PyType.of(this).name() + "(" + Values.repr(value()) + ")"
                : super.__str__();
    }
}
