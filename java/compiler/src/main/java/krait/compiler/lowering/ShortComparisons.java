package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.Comparison;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.JumpCompare;
import krait.compiler.code.Instruction.JumpSame;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Literal;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Type;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedExpression.Link;
import krait.compiler.types.TypedExpression.LinkKind;

/// Lowers comparisons whose types say more than their operator: with a text of one letter, and
/// between members of one enumeration.
final class ShortComparisons {
    private static final ClassDesc TEXT = Library.of("Text");
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");
    private static final ClassDesc INT_ENUM = Library.of("PyIntEnum");
    private static final Set<String> METHODS =
            Set.of("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__");

    private final Body body;

    ShortComparisons(Body body) {
        this.body = body;
    }

    /// Jumps when a comparison of two is `when`.
    ///
    /// @return whether it is one of those
    boolean branch(TypedExpression.Comparison chain, boolean when, Label to) {
        Link link = chain.links().getFirst();
        boolean equality = link.op() == CompareOperator.EQ || link.op() == CompareOperator.NOT_EQ;
        if (link.kind() == LinkKind.STR) {
            Optional<Integer> letter = letter(link.right());
            if (!equality || letter.isEmpty()) {
                return false;
            }
            Operand value = body.value(chain.first());
            body.out.line(chain.span().line());
            boolean same = link.op() == CompareOperator.EQ;
            isLetter(value, letter.orElseThrow(), when == same, to);
            return true;
        }
        Optional<ClassSymbol> members = members(chain.first(), link.right());
        if (members.isEmpty() || link.function().filter(f -> !isNative(f.origin())).isPresent()) {
            return false;
        }
        if (equality) {
            Operands both = operands(chain, link);
            boolean same = link.op() == CompareOperator.EQ;
            body.out.add(new JumpSame(both.left(), both.right(), when == same, to));
            return true;
        }
        return ordered(chain, link, members.orElseThrow(), when, to);
    }

    private record Operands(Operand left, Operand right) {}

    private Operands operands(TypedExpression.Comparison chain, Link link) {
        var both = body.values(java.util.List.of(chain.first(), link.right()));
        body.out.line(chain.span().line());
        return new Operands(both.getFirst(), both.getLast());
    }

    private boolean ordered(
            TypedExpression.Comparison chain,
            Link link,
            ClassSymbol members,
            boolean when,
            Label to) {
        Optional<Comparison> order = order(link.op());
        if (order.isEmpty() || !ofInts(members)) {
            return false;
        }
        Operands both = operands(chain, link);
        Local sign = body.out.temporary(Kind.RAW);
        MethodTypeDesc type = MethodTypeDesc.of(CD_int, INT_ENUM, INT_ENUM);
        body.out.call(sign, Member.ofStatic(INT_ENUM, "compare", type), both.left(), both.right());
        body.out.add(new JumpCompare(order.orElseThrow(), when, sign, Operand.ofRaw(0), to));
        return true;
    }

    private static Optional<Comparison> order(CompareOperator op) {
        return switch (op) {
            case LT -> Optional.of(Comparison.LESS);
            case LT_E -> Optional.of(Comparison.LESS_EQUAL);
            case GT -> Optional.of(Comparison.GREATER);
            case GT_E -> Optional.of(Comparison.GREATER_EQUAL);
            case EQ, NOT_EQ, IS, IS_NOT, IN, NOT_IN -> Optional.empty();
        };
    }

    /// The only code point of a constant text.
    static Optional<Integer> letter(TypedExpression expression) {
        return expression instanceof TypedExpression.Constant constant
                        && constant.value() instanceof Literal.Str text
                        && text.text().codePointCount(0, text.text().length()) == 1
                ? Optional.of(text.text().codePointAt(0))
                : Optional.empty();
    }

    /// Jumps when it holds `when` that a text is one letter.
    void isLetter(Operand value, int letter, boolean when, Label to) {
        Local same = body.out.temporary(Kind.BOOL);
        MethodTypeDesc type = MethodTypeDesc.of(CD_boolean, CHARS, CD_int);
        body.out.call(same, Member.ofStatic(TEXT, "isLetter", type), value, Operand.ofRaw(letter));
        body.out.add(new JumpBool(same, when, to));
    }

    /// The enumeration that both are members of, if it leaves comparing to its kind: members that
    /// are equal are one object then.
    private static Optional<ClassSymbol> members(TypedExpression left, TypedExpression right) {
        if (!(left.type() instanceof Type.NominalType one)
                || !(right.type() instanceof Type.NominalType other)
                || one.symbol() != other.symbol()
                || !one.symbol().is(ClassSymbol.Flag.ENUM)) {
            return Optional.empty();
        }
        Optional<ClassSymbol> above = Optional.of(one.symbol());
        while (above.isPresent() && !isNative(above.orElseThrow().origin())) {
            if (METHODS.stream().anyMatch(above.orElseThrow().methods()::containsKey)) {
                return Optional.empty();
            }
            above = above.orElseThrow().superclass().map(Type.NominalType::symbol);
        }
        return Optional.of(one.symbol());
    }

    private static boolean ofInts(ClassSymbol members) {
        Optional<ClassSymbol> above = Optional.of(members);
        while (above.isPresent() && !isNative(above.orElseThrow().origin())) {
            above = above.orElseThrow().superclass().map(Type.NominalType::symbol);
        }
        return above.filter(symbol -> symbol.name().equals("IntEnum")).isPresent();
    }

    private static boolean isNative(Origin origin) {
        return origin == Origin.NATIVE;
    }
}
