package krait.compiler.types;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Type.NominalType;

/// Enumerations of bits, whose values are known when the class is checked.
final class Flags {
    /// No value has more bits.
    private static final int BITS_MAX = 4096;

    private Flags() {}

    /// `Flag` as the base of a class, whose operators give objects of that class.
    static Optional<Type> base(Expression base, ModuleScope scope, ClassSymbol symbol) {
        Optional<Binding> binding = Optional.empty();
        if (base instanceof Expression.Name n) {
            binding = scope.lookup(n.id());
        } else if (base instanceof Expression.Attribute a
                && a.value() instanceof Expression.Name n
                && scope.lookup(n.id()).orElse(null) instanceof Binding.ModuleBinding module) {
            binding = module.module().find(a.attr());
        }
        return binding.filter(Binding.ClassBinding.class::isInstance)
                .map(b -> ((Binding.ClassBinding) b).symbol())
                .filter(s -> s.name().equals("Flag") && s.module().name().equals("enum"))
                .map(s -> new NominalType(s, List.of(NominalType.open(symbol))));
    }

    /// The value of a member as a constant.
    static Expression value(Expression written, List<EnumMember> before, Problems problems) {
        Optional<BigInteger> number =
                Enums.isAuto(written) ? Optional.of(next(before)) : number(written, before);
        if (number.filter(n -> n.signum() >= 0 && n.bitLength() <= BITS_MAX).isEmpty()) {
            problems.report(
                    TypeCode.UNSUPPORTED,
                    written.span(),
                    "a flag whose value is no int from 0 on that is known here",
                    "auto(), 1 << 3, or READ | WRITE");
            return written;
        }
        return new Expression.Constant(
                new Literal.Int(number.get()), Optional.empty(), written.span());
    }

    private static BigInteger next(List<EnumMember> before) {
        int bits =
                before.stream()
                        .flatMap(m -> number(m.value(), before).stream())
                        .mapToInt(BigInteger::bitLength)
                        .max()
                        .orElse(0);
        return BigInteger.ONE.shiftLeft(bits);
    }

    private static Optional<BigInteger> number(Expression e, List<EnumMember> before) {
        if (e instanceof Expression.Constant c && c.value() instanceof Literal.Int i) {
            return Optional.of(i.value());
        }
        if (e instanceof Expression.Name n) {
            return before.stream()
                    .filter(m -> m.field().name().equals(n.id()))
                    .findFirst()
                    .flatMap(m -> number(m.value(), List.of()));
        }
        if (!(e instanceof Expression.BinOp b)) {
            return Optional.empty();
        }
        Optional<BigInteger> left = number(b.left(), before);
        Optional<BigInteger> right = number(b.right(), before);
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : result(b, left.get(), right.get());
    }

    private static Optional<BigInteger> result(
            Expression.BinOp b, BigInteger left, BigInteger right) {
        return switch (b.op()) {
            case BIT_OR -> Optional.of(left.or(right));
            case BIT_AND -> Optional.of(left.and(right));
            case BIT_XOR -> Optional.of(left.xor(right));
            case ADD -> Optional.of(left.add(right));
            case SUB -> Optional.of(left.subtract(right));
            case L_SHIFT ->
                    right.bitLength() > 12 || right.signum() < 0
                            ? Optional.empty()
                            : Optional.of(left.shiftLeft(right.intValue()));
            default -> Optional.empty();
        };
    }

    /// Whether a loop over the class meets a member: it has one bit, or it is no flag.
    static boolean listed(ClassSymbol symbol, EnumMember member) {
        return !Enums.below(NominalType.open(symbol), "Flag")
                || number(member.value(), List.of()).filter(n -> n.bitCount() == 1).isPresent();
    }

    /// Each bit of a member has a name of its own, and there is one.
    static void check(ClassSymbol symbol, Problems problems, Span span) {
        BigInteger named = BigInteger.ZERO;
        BigInteger all = BigInteger.ZERO;
        for (EnumMember member : symbol.enumMembers()) {
            BigInteger value = number(member.value(), List.of()).orElse(BigInteger.ZERO);
            all = all.or(value);
            named = value.bitCount() == 1 ? named.or(value) : named;
        }
        if (!named.equals(all) || named.signum() == 0) {
            problems.report(
                    TypeCode.UNSUPPORTED,
                    span,
                    "an enumeration of flags with a bit that has no name of its own",
                    "READ = auto()");
        }
        if (symbol.initialiser().isPresent()) {
            problems.report(TypeCode.UNSUPPORTED, span, "an enumeration of flags with __init__");
        }
    }
}
