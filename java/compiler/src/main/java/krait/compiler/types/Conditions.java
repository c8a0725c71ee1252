package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.BoolOperator;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// Tests, and what each outcome shows about variables and fields.
final class Conditions {
    /// @param test a bool, or a value whose truth decides
    /// @param yes what holds when it is true
    record Branches(TypedExpression test, Flow yes, Flow no) {}

    private final Body body;

    Conditions(Body body) {
        this.body = body;
    }

    /// A test as a bool whose outcome does not matter for what follows.
    TypedExpression test(Expression e) {
        Branches branches = condition(e);
        body.flow(branches.yes().join(branches.no()));
        return branches.test();
    }

    Branches condition(Expression e) {
        if (e instanceof Expression.BoolOp b) {
            return chain(b);
        }
        Branches branches = branches(e, null);
        return new Branches(truth(branches.test()), branches.yes(), branches.no());
    }

    /// A value of any type, and what its truth shows.
    private Branches branches(Expression e, @Nullable Type expected) {
        if (e instanceof Expression.UnaryOp u && u.op() == UnaryOperator.NOT) {
            Branches inner = condition(u.operand());
            TypedExpression not =
                    new TypedExpression.Not(inner.test(), body.builtins().bool(), u.span());
            return new Branches(not, inner.no(), inner.yes());
        }
        if (e instanceof Expression.BoolOp b) {
            return values(b, expected);
        }
        if (e instanceof Expression.Call c
                && c.func() instanceof Expression.Name n
                && n.id().equals("isinstance")
                && c.args().size() == 2) {
            return isInstance(c);
        }
        TypedExpression value = body.expressions().check(e, expected);
        if (truthTest(value.type()).runsUserCode(value.type())) {
            body.runsUserCode();
        }
        Flow yes = body.flow().copy();
        Flow no = body.flow().copy();
        if (value instanceof TypedExpression.Constant c && c.value() instanceof Literal.Singleton) {
            (c.value() == Literal.Singleton.TRUE ? no : yes).end();
        } else if (e instanceof Expression.Compare compare && ofModuleName(compare, value)) {
            (isMain(compare) ? no : yes).end();
        } else if (value instanceof TypedExpression.IsNone none
                && e instanceof Expression.Compare compare) {
            narrowNone(compare, none.value().type(), yes, no);
        } else {
            narrowTruth(e, value.type(), yes);
        }
        return new Branches(value, yes, no);
    }

    /// `__name__ == "__main__"`: known when compiling.
    private static boolean ofModuleName(Expression.Compare compare, TypedExpression value) {
        return compare.ops().equals(List.of(CompareOperator.EQ))
                && ModuleScope.nameOf(compare.left()).equals(Optional.of("__name__"))
                && value instanceof TypedExpression.Comparison c
                && c.first() instanceof TypedExpression.Constant
                && c.links().getFirst().right() instanceof TypedExpression.Constant text
                && text.value() instanceof Literal.Str;
    }

    private boolean isMain(Expression.Compare compare) {
        return compare.comparators().getFirst() instanceof Expression.Constant c
                && c.value() instanceof Literal.Str text
                && text.text().equals(body.names().module().symbol().name());
    }

    private Branches chain(Expression.BoolOp b) {
        boolean and = b.op() == BoolOperator.AND;
        List<TypedExpression.Operand> operands = new ArrayList<>();
        Flow decided = new Flow();
        decided.end();
        for (Expression each : b.values()) {
            Branches branches = condition(each);
            operands.add(
                    new TypedExpression.Operand(
                            branches.test(),
                            new TruthTest(TruthTest.Kind.BOOL, Optional.empty()),
                            Optional.empty(),
                            branches.test()));
            decided = decided.join(and ? branches.no() : branches.yes());
            body.flow(and ? branches.yes() : branches.no());
        }
        TypedExpression test =
                new TypedExpression.Logical(
                        b.op(), List.copyOf(operands), body.builtins().bool(), b.span());
        Flow open = body.flow();
        return and ? new Branches(test, open, decided) : new Branches(test, decided, open);
    }

    private void narrowNone(Expression.Compare compare, Type type, Flow yes, Flow no) {
        boolean negated = compare.ops().getFirst() == CompareOperator.IS_NOT;
        Flow none = negated ? no : yes;
        Flow some = negated ? yes : no;
        subject(compare.left())
                .ifPresent(path -> {
                    Type rest = Relations.withoutNone(type);
                    if (rest == Simple.NEVER) {
                        some.end();
                    } else {
                        some.narrow(path, rest);
                    }
                    if (Relations.mayBeNone(type)) {
                        none.narrow(path, Simple.NONE);
                    }
                });
    }

    private void narrowTruth(Expression e, Type type, Flow yes) {
        if (Relations.mayBeNone(type) && type != Simple.NONE) {
            subject(e).ifPresent(path -> yes.narrow(path, Relations.withoutNone(type)));
        }
    }

    private Optional<Flow.Path> subject(Expression e) {
        Expression inner = e instanceof Expression.NamedExpr n ? n.target() : e;
        return body.expressions().attributes().path(inner);
    }

    private Branches isInstance(Expression.Call c) {
        TypedExpression value = body.expressions().check(c.args().getFirst());
        body.session().lives().harmless(body, value);
        List<Expression> written =
                c.args().get(1) instanceof Expression.Tuple t ? t.elts() : List.of(c.args().get(1));
        List<ClassSymbol> classes = new ArrayList<>();
        for (Expression each : written) {
            Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(each);
            if (symbol.isEmpty()) {
                body.problems()
                        .report(
                                TypeCode.NOT_A_TYPE,
                                each.span(),
                                "isinstance takes a class or a tuple of classes");
            } else if (!refusedProtocol(symbol.get(), each.span())) {
                classes.add(symbol.get());
            }
        }
        boolean callable =
                Relations.members(value.type()).stream()
                                .anyMatch(Type.CallableType.class::isInstance)
                        && classes.stream()
                                .map(NominalType::open)
                                .anyMatch(n -> body.members().method(n, "__call__").isPresent());
        if (callable) {
            body.refuse(
                    TypeCode.UNSUPPORTED,
                    c.span(),
                    "isinstance of a function and a class with __call__");
        }
        Flow yes = body.flow().copy();
        Flow no = body.flow().copy();
        Optional<Flow.Path> path = subject(c.args().getFirst());
        if (path.isPresent() && value.type() != Simple.ERROR) {
            narrowClass(path.get(), value.type(), classes, yes, no, c.span());
        } else {
            classes.forEach(symbol -> refuseEnumMembers(value.type(), symbol, c.span()));
        }
        TypedExpression test =
                new TypedExpression.IsInstance(
                        value, List.copyOf(classes), body.builtins().bool(), c.span());
        return new Branches(test, yes, no);
    }

    /// Objects say nothing of the protocols of a program that they fulfil.
    boolean refusedProtocol(ClassSymbol symbol, Span span) {
        boolean refused =
                symbol.origin() == Origin.COMPILED && symbol.is(ClassSymbol.Flag.PROTOCOL);
        if (refused) {
            body.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            span,
                            "a protocol where a class is asked for",
                            "an abstract class that the others have as their base");
        }
        return refused;
    }

    private void narrowClass(
            Flow.Path path, Type type, List<ClassSymbol> classes, Flow yes, Flow no, Span span) {
        List<Type> kept = new ArrayList<>();
        Type rest = type;
        ClassSymbol bool = body.builtins().bool().symbol();
        for (ClassSymbol symbol : classes) {
            Type found = instance(type, symbol, span);
            boolean noBool =
                    symbol == body.builtins().integer().symbol() && body.flow().knownNoBool(path);
            kept.add(noBool ? body.relations().drop(found, bool) : found);
            rest = body.relations().drop(rest, symbol);
        }
        Type positive = Relations.union(kept);
        if (positive == Simple.NEVER) {
            yes.end();
        } else {
            yes.narrow(path, positive);
        }
        if (rest == Simple.NEVER) {
            no.end();
        } else {
            no.narrow(path, rest);
            if (classes.contains(bool)) {
                no.isNoBool(path);
            }
        }
    }

    /// Members of some enumerations are ints or texts, too, but not objects of these classes here.
    private void refuseEnumMembers(Type type, ClassSymbol symbol, Span span) {
        String above = symbol == body.builtins().integer().symbol() ? "IntEnum" : "StrEnum";
        boolean plain = above.equals("StrEnum") && symbol != body.builtins().str().symbol();
        if (plain) {
            return;
        }
        for (ModuleScope module : body.session().library().program()) {
            for (ClassSymbol each : module.classes().keySet()) {
                if (Enums.below(NominalType.open(each), above)
                        && body.relations().assignable(NominalType.open(each), type)) {
                    body.problems()
                            .report(
                                    TypeCode.UNSUPPORTED,
                                    span,
                                    "isinstance of "
                                            + symbol.name()
                                            + " where the value may be of "
                                            + each.name(),
                                    "isinstance(x, " + each.name() + ")");
                    return;
                }
            }
        }
    }

    /// What a type is once it is known to be of a class.
    Type instance(Type known, ClassSymbol symbol, Span span) {
        Type any = body.builtins().type("object");
        Type type = Relations.members(known).contains(any) ? any : known;
        refuseEnumMembers(type, symbol, span);
        Unknowns unknowns = new Unknowns(body.builtins());
        NominalType wanted = unknowns.of(symbol);
        Type kept = body.relations().keep(type, wanted);
        boolean opened =
                !wanted.arguments().isEmpty()
                        && !unknowns.readable(symbol)
                        && Relations.members(type).stream()
                                .noneMatch(m ->
                                        m instanceof NominalType n && n.symbol().inherits(symbol));
        if (opened && kept != Simple.NEVER && !(type instanceof Type.TupleType)) {
            body.problems()
                    .report(
                            TypeCode.TYPE_ARGUMENTS,
                            span,
                            "the element types of the " + symbol.name() + " are not known here",
                            "a union such as int | " + symbol.name() + "[int] in place of object");
            return Simple.ERROR;
        }
        return kept;
    }

    /// A value as a bool.
    TypedExpression truth(TypedExpression value) {
        TruthTest test = truthTest(value.type());
        return test.kind() == TruthTest.Kind.BOOL
                ? value
                : new TypedExpression.Truth(value, test, body.builtins().bool(), value.span());
    }

    TruthTest truthTest(Type type) {
        Builtins b = body.builtins();
        if (type.equals(b.bool()) || type == Simple.ERROR) {
            return new TruthTest(TruthTest.Kind.BOOL, Optional.empty());
        }
        if (type.equals(b.integer())) {
            return new TruthTest(TruthTest.Kind.INT, Optional.empty());
        }
        if (type.equals(b.real())) {
            return new TruthTest(TruthTest.Kind.FLOAT, Optional.empty());
        }
        if (type.equals(b.str())) {
            return new TruthTest(TruthTest.Kind.STR, Optional.empty());
        }
        if (type == Simple.NONE) {
            return new TruthTest(TruthTest.Kind.FALSE, Optional.empty());
        }
        for (String name : List.of("__bool__", "__len__")) {
            Optional<Members.MethodMember> method = body.members().method(type, name);
            if (method.isPresent()) {
                FunctionSymbol function = method.get().overloads().getFirst();
                TruthTest.Kind kind =
                        name.equals("__bool__")
                                ? TruthTest.Kind.BOOL_METHOD
                                : TruthTest.Kind.LEN_METHOD;
                return new TruthTest(kind, Optional.of(function));
            }
        }
        return new TruthTest(TruthTest.Kind.VALUE, Optional.empty());
    }

    /// `and`, `or` for their value.
    TypedExpression logical(Expression.BoolOp b, @Nullable Type expected) {
        Branches branches = values(b, expected);
        body.flow(branches.yes().join(branches.no()));
        return branches.test();
    }

    private Branches values(Expression.BoolOp b, @Nullable Type expected) {
        boolean and = b.op() == BoolOperator.AND;
        List<TypedExpression> values = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        Flow decided = new Flow();
        decided.end();
        for (int i = 0; i < b.values().size(); i++) {
            Branches branches = branches(b.values().get(i), expected);
            TypedExpression value = branches.test();
            boolean last = i == b.values().size() - 1;
            values.add(value);
            types.add(last || and ? value.type() : Relations.withoutNone(value.type()));
            decided = decided.join(and ? branches.no() : branches.yes());
            body.flow(and ? branches.yes() : branches.no());
        }
        Flow open = body.flow();
        Type type = body.relations().joinAll(types);
        List<TypedExpression.Operand> operands = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            operands.add(operand(values.get(i), types.get(i), type));
        }
        TypedExpression whole =
                new TypedExpression.Logical(b.op(), List.copyOf(operands), type, b.span());
        return and ? new Branches(whole, open, decided) : new Branches(whole, decided, open);
    }

    private TypedExpression.Operand operand(TypedExpression value, Type decided, Type type) {
        Variable temporary = body.scope().temporary(value.type());
        TypedExpression read =
                new TypedExpression.VariableRead(temporary, false, value.type(), value.span());
        if (!decided.equals(value.type())) {
            read =
                    new TypedExpression.Convert(
                            read, TypedExpression.Conversion.NARROW, decided, value.span());
        }
        return new TypedExpression.Operand(
                value,
                truthTest(value.type()),
                Optional.of(temporary),
                body.coerce(read, type, "the value"));
    }
}
