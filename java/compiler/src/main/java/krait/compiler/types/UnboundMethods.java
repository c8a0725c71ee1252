package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// Methods called on their class, as `str.upper(text)`, and as values. They mean the code of that
/// very class, whatever a class below overrides.
final class UnboundMethods {
    private final Body body;

    UnboundMethods(Body body) {
        this.body = body;
    }

    /// `Class.method(object, ...)`.
    TypedExpression call(
            ClassSymbol owner,
            Members.MethodMember method,
            Expression.Attribute a,
            Expression.Call c,
            @Nullable Type expected) {
        boolean plain = !c.args().isEmpty() && !(c.args().getFirst() instanceof Expression.Starred);
        if (!plain) {
            return body.refuse(
                    TypeCode.ARGUMENTS,
                    c.span(),
                    a.attr() + "() of a class needs the object as its first argument");
        }
        TypedExpression object = body.expressions().check(c.args().getFirst());
        if (object.type() == Simple.ERROR) {
            return Body.error(c.span());
        }
        Optional<NominalType> type = body.members().nominal(object.type());
        if (type.isEmpty() || !type.get().symbol().inherits(owner)) {
            return body.refuse(
                    TypeCode.MISMATCH,
                    object.span(),
                    "the object must be " + owner.name() + ", not " + object.type().show());
        }
        NominalType declared =
                body.members().ancestors(type.get()).stream()
                        .filter(each -> each.symbol() == owner)
                        .findFirst()
                        .orElse(type.get());
        FunctionSymbol first = method.overloads().getFirst();
        Members.Member found = body.members().find(declared, a.attr()).orElseThrow();
        boolean exact = first.origin() == Origin.COMPILED && !ofProtocol(first);
        if (!exact) {
            notOverridden(first, a);
        }
        List<Calls.Actual> actuals = body.calls().actuals(c);
        TypedExpression call =
                body.calls()
                        .invoke(
                                (Members.MethodMember) found,
                                Optional.of(object),
                                actuals.subList(1, actuals.size()),
                                expected,
                                c.span());
        return exact ? SuperCalls.exactly(call) : call;
    }

    private static boolean ofProtocol(FunctionSymbol method) {
        return method.owner().filter(o -> o.is(ClassSymbol.Flag.PROTOCOL)).isPresent();
    }

    private void notOverridden(FunctionSymbol method, Expression.Attribute a) {
        Optional<ClassSymbol> owner = method.owner();
        Problems problems = body.problems();
        body.session()
                .later(() -> {
                    for (ModuleScope module : body.session().library().program()) {
                        for (ClassSymbol other : module.classes().keySet()) {
                            if (owner.isPresent()
                                    && other != owner.get()
                                    && other.below(owner.get())
                                    && !other.ownMethods(method.name()).isEmpty()) {
                                problems.report(
                                        TypeCode.UNSUPPORTED,
                                        a.span(),
                                        "a method called on its class that "
                                                + other.name()
                                                + " overrides",
                                        "object." + a.attr() + "(...)");
                            }
                        }
                    }
                });
    }

    /// An object with `__call__` where a function is expected.
    Optional<TypedExpression> called(TypedExpression value, Type target) {
        if (!(value.type() instanceof NominalType n) || n.symbol().origin() != Origin.COMPILED) {
            return Optional.empty();
        }
        Optional<CallableType> wanted =
                Relations.members(target).stream()
                        .filter(CallableType.class::isInstance)
                        .map(CallableType.class::cast)
                        .findFirst();
        Optional<Members.MethodMember> method = body.members().method(n, "__call__");
        if (wanted.isEmpty() || method.isEmpty() || body.relations().assignable(n, target)) {
            return Optional.empty();
        }
        for (String special : List.of("__bool__", "__len__", "__eq__")) {
            boolean own =
                    body.members().method(n, special).stream()
                            .flatMap(m -> m.overloads().stream())
                            .anyMatch(f -> f.origin() == Origin.COMPILED);
            if (own) {
                return Optional.of(
                        body.refuse(
                                TypeCode.UNSUPPORTED,
                                value.span(),
                                "an object with " + special + " as a function",
                                "a lambda that calls it"));
            }
        }
        return Optional.of(
                        body.expressions()
                                .attributes()
                                .functionValue(
                                        method.get().overloads(),
                                        method.get().substitution(),
                                        Optional.of(value),
                                        value.span(),
                                        wanted.get()))
                .filter(f -> body.relations().assignable(f.type(), target));
    }

    /// `Class.method` as a function of the object and the arguments.
    TypedExpression value(
            ClassSymbol owner,
            Members.MethodMember method,
            Expression.Attribute a,
            @Nullable Type expected) {
        FunctionSymbol first = method.overloads().getFirst();
        CallableType wanted;
        if (expected instanceof CallableType known) {
            wanted = known;
        } else if (owner.typeParameters().isEmpty() && first.typeParameters().isEmpty()) {
            List<Type> parameters = new ArrayList<>();
            parameters.add(NominalType.open(owner));
            parameters.addAll(Attributes.callable(first, method.substitution()).parameters());
            wanted = new CallableType(List.copyOf(parameters), first.result());
        } else {
            return body.refuse(
                    TypeCode.CANNOT_INFER,
                    a.span(),
                    "nothing here says for which types the method is meant",
                    "lambda x: x." + a.attr() + "()");
        }
        List<Ast.Arg> args = new ArrayList<>();
        List<Expression> given = new ArrayList<>();
        for (int i = 0; i < wanted.parameters().size(); i++) {
            args.add(new Ast.Arg("$" + i, Optional.empty(), a.span()));
            given.add(new Expression.Name("$" + i, ExpressionContext.LOAD, a.span()));
        }
        Expression.Lambda lambda =
                new Expression.Lambda(
                        new Ast.Arguments(
                                List.of(),
                                args,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                a.span()),
                        new Expression.Call(a, given, List.of(), a.span()),
                        a.span());
        TypedExpression value = new Functions(body).lambda(lambda, wanted);
        if (value instanceof TypedExpression.Lambda made) {
            made.function().symbol().mean(first);
        }
        return value;
    }
}
