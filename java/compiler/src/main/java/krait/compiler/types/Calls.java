package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// Calls of functions, methods, classes and function values.
final class Calls {
    /// An argument: as written, or typed already.
    record Actual(
            Optional<Expression> written,
            Optional<TypedExpression> typed,
            Optional<String> keyword,
            boolean star,
            Span span) {
        /// Whether it is one value by position, not typed yet.
        boolean plain() {
            return written.isPresent() && typed.isEmpty() && keyword.isEmpty() && !star;
        }

        /// Whether it is `**mapping`.
        boolean mapping() {
            return keyword.equals(Optional.of(MAPPING));
        }

        static Actual of(Expression e) {
            return e instanceof Expression.Starred s
                    ? new Actual(
                            Optional.of(s.value()),
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            s.span())
                    : new Actual(
                            Optional.of(e), Optional.empty(), Optional.empty(), false, e.span());
        }

        static Actual of(TypedExpression e) {
            return new Actual(Optional.empty(), Optional.of(e), Optional.empty(), false, e.span());
        }

        Actual typed(TypedExpression e) {
            return new Actual(written, Optional.of(e), keyword, star, span);
        }

        /// Whether its type depends on what is expected of it. One with calls inside is checked
        /// once, not for each overload, so that nested calls take no more time than their length.
        boolean flexible() {
            if (written.isEmpty()) {
                return false;
            }
            Expression e = written.get();
            if (e instanceof Expression.Lambda || e instanceof Expression.Name) {
                return true;
            }
            boolean open =
                    e instanceof Expression.List
                            || e instanceof Expression.Dict
                            || e instanceof Expression.Set
                            || e instanceof Expression.Tuple
                            || e instanceof Expression.ListComp
                            || e instanceof Expression.Attribute
                            || e instanceof Expression.IfExp;
            return open && !calls(e);
        }

        private static boolean calls(Expression e) {
            boolean[] found = {false};
            TreeWalk.walk(e, node -> found[0] |= node instanceof Expression.Call);
            return found[0];
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /// The name of an argument `**mapping`.
    private static final String MAPPING = "**";

    private final Body body;

    Calls(Body body) {
        this.body = body;
    }

    List<Actual> actuals(Expression.Call c) {
        List<Actual> actuals = new ArrayList<>();
        LibraryFunctions functions = new LibraryFunctions(body);
        c.args().forEach(a -> actuals.add(Actual.of(functions.writtenOut(a))));
        for (Ast.Keyword k : c.keywords()) {
            actuals.add(
                    new Actual(
                            Optional.of(functions.writtenOut(k.value())),
                            Optional.empty(),
                            Optional.of(k.arg().orElse(MAPPING)),
                            false,
                            k.span()));
        }
        return actuals;
    }

    TypedExpression call(Expression.Call c, @Nullable Type expected) {
        if (c.func() instanceof Expression.Name n) {
            if (n.id().equals("isinstance") && c.args().size() == 2) {
                return body.conditions().test(c);
            }
            Optional<Scope.Found> found = body.find(n);
            if (n.id().equals("issubclass") && found.isEmpty() && c.args().size() == 2) {
                return new ClassAtHand(body).isSubclass(c);
            }
            Optional<TypedExpression> same =
                    found.flatMap(f -> new TypingCalls(body).call(f.binding(), n, c));
            if (same.isPresent()) {
                return same.get();
            }
            if (found.isPresent() && found.get().binding() instanceof Binding.FunctionBinding f) {
                if (f.overloads().getFirst().isPacked()) {
                    return value(body.expressions().check(n), actuals(c), c.span());
                }
                if (new NumberCalls(body).isExtreme(f) && starred(c)) {
                    return new StarArguments(body, f.overloads().getFirst(), c.span())
                            .extreme(f, actuals(c));
                }
                List<Actual> actuals = primes(c, n) ? List.of(started(c)) : actuals(c);
                return new NumberCalls(body)
                        .call(f, c)
                        .orElseGet(() -> function(f, n, actuals, expected, c.span()));
            }
        }
        if (c.func() instanceof Expression.Attribute a) {
            Optional<TypedExpression> method = methodCall(a, c, expected);
            if (method.isPresent()) {
                return method.get();
            }
        }
        Optional<TypedExpression> type = classOf(c);
        if (type.isPresent()) {
            return type.get();
        }
        Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(c.func());
        if (symbol.isPresent()) {
            Optional<TypedExpression> made =
                    new LibraryFunctions(body).made(symbol.get(), c, expected);
            if (made.isPresent()) {
                return made.get();
            }
            Optional<NominalType> explicit =
                    c.func() instanceof Expression.Subscript
                                    && Annotations.resolve(c.func(), body.names())
                                            instanceof NominalType n
                            ? Optional.of(n)
                            : Optional.empty();
            return construct(symbol.get(), explicit, actuals(c), expected, c.span(), c);
        }
        return c.func() instanceof Expression.Lambda l
                ? lambda(l, c)
                : value(body.expressions().check(c.func()), actuals(c), c.span());
    }

    private static boolean starred(Expression.Call c) {
        return c.args().stream().anyMatch(a -> a instanceof Expression.Starred);
    }

    /// `(lambda x: ...)(value)`: the arguments tell what it takes.
    private TypedExpression lambda(Expression.Lambda l, Expression.Call c) {
        List<TypedExpression> arguments =
                actuals(c).stream()
                        .filter(a -> !a.star() && a.keyword().isEmpty())
                        .map(a -> body.expressions().check(a.written().orElseThrow()))
                        .toList();
        Type any = new TypeVariable("T", () -> new TypeVariable.Limits(List.of(), List.of()));
        CallableType wanted =
                new CallableType(arguments.stream().map(TypedExpression::type).toList(), any);
        TypedExpression callee = new Functions(body).lambda(l, wanted);
        if (!(callee.type() instanceof CallableType type)
                || arguments.size() != c.args().size() + c.keywords().size()) {
            return callee.type() == Simple.ERROR
                    ? callee
                    : body.refuse(TypeCode.ARGUMENTS, c.span(), "the lambda takes plain arguments");
        }
        body.runsUserCode();
        return new TypedExpression.CallValue(callee, arguments, type.result(), c.span());
    }

    /// Whether this is `next(g)`, for a generator that the statement before has made. It starts
    /// there, and no `yield` gets the None.
    private boolean primes(Expression.Call c, Expression.Name n) {
        return n.id().equals("next")
                && c.args().size() == 1
                && c.keywords().isEmpty()
                && c.args().getFirst() instanceof Expression.Name generator
                && body.statements().made(generator.id());
    }

    private Actual started(Expression.Call c) {
        TypedExpression generator = body.expressions().check(c.args().getFirst());
        return generator.type() instanceof NominalType n && body.relations().needsSend(n)
                ? Actual.of(
                        new TypedExpression.Convert(
                                generator,
                                TypedExpression.Conversion.WIDEN,
                                body.builtins().type("Iterator", n.arguments().getFirst()),
                                generator.span()))
                : Actual.of(generator);
    }

    /// `type(x)`.
    private Optional<TypedExpression> classOf(Expression.Call c) {
        boolean plain =
                c.args().size() == 1
                        && c.keywords().isEmpty()
                        && !(c.args().getFirst() instanceof Expression.Starred);
        if (!plain
                || !body.expressions()
                        .attributes()
                        .classOf(c.func())
                        .equals(Optional.of(body.builtins().symbol("type")))) {
            return Optional.empty();
        }
        TypedExpression object = body.expressions().check(c.args().getFirst());
        if (object.type() instanceof Type.ClassObjectType) {
            return Optional.of(body.refuse(TypeCode.UNSUPPORTED, c.span(), "type() of a class"));
        }
        return Optional.of(body.expressions().attributes().classOf(object, c.span()));
    }

    /// `name(argument)`, where the name may be that of a function or class.
    TypedExpression callName(Expression name, Actual argument, Span span) {
        List<Actual> actuals = List.of(argument);
        if (name instanceof Expression.Name n
                && body.find(n).map(Scope.Found::binding).orElse(null)
                        instanceof Binding.FunctionBinding f) {
            return function(f, n, actuals, null, span);
        }
        if (name instanceof Expression.Attribute a
                && body.expressions().attributes().ofModule(a).orElse(null)
                        instanceof Binding.FunctionBinding f) {
            Members.MethodMember member =
                    new Members.MethodMember(f.overloads(), Substitution.NONE);
            return invoke(member, Optional.empty(), actuals, null, span);
        }
        Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(name);
        return symbol.isPresent()
                ? construct(symbol.get(), Optional.empty(), actuals, null, span, name)
                : value(body.expressions().check(name), actuals, span);
    }

    private TypedExpression function(
            Binding.FunctionBinding f,
            Expression.Name n,
            List<Actual> actuals,
            @Nullable Type expected,
            Span span) {
        boolean nested = f.overloads().getFirst().nested();
        Optional<TypedExpression> receiver =
                nested
                        ? Optional.of(body.boundNames().read(f.variable(), false, n.span()))
                        : Optional.empty();
        boolean unbound = !nested && body.boundNames().mayBeUnbound(f.variable(), false);
        TypedExpression call =
                invoke(
                        new Members.MethodMember(f.overloads(), Substitution.NONE),
                        receiver,
                        actuals,
                        expected,
                        span);
        return unbound ? body.boundNames().afterDefinition(f.variable(), call, n.span()) : call;
    }

    private Optional<TypedExpression> methodCall(
            Expression.Attribute a, Expression.Call c, @Nullable Type expected) {
        Attributes attributes = body.expressions().attributes();
        if (SuperCalls.is(a.value())) {
            return Optional.of(new SuperCalls(body).call(a, c, actuals(c), expected));
        }
        Optional<Binding> ofModule = attributes.ofModule(a);
        if (ofModule.isPresent()) {
            return ofModule.get() instanceof Binding.FunctionBinding f
                    ? new NumberCalls(body)
                            .call(f, c)
                            .or(() ->
                                    Optional.of(
                                            invoke(
                                                    new Members.MethodMember(
                                                            f.overloads(), Substitution.NONE),
                                                    Optional.empty(),
                                                    actuals(c),
                                                    expected,
                                                    c.span())))
                    : Optional.empty();
        }
        Optional<ClassSymbol> owner = attributes.classOf(a.value());
        if (owner.isPresent()) {
            return classMethod(owner.get(), a, c, expected);
        }
        if (attributes.onModule(a)) {
            return Optional.empty();
        }
        TypedExpression object = body.expressions().object(a.value());
        if (object.type() == Simple.ERROR) {
            return Optional.of(Body.error(c.span()));
        }
        if (object.type() instanceof ClassObjectType type) {
            Optional<Members.MethodMember> ofClass =
                    new ClassAtHand(body).method(type.instance(), a);
            if (ofClass.isPresent()) {
                return Optional.of(
                        new ClassMethods(body)
                                .call(object, ofClass.get(), a, actuals(c), expected, c.span()));
            }
        }
        Optional<Members.Member> member =
                body.members().find(object.type(), a.attr(), body.owner());
        if (member.isPresent()
                && member.get() instanceof Members.MethodMember m
                && m.overloads().getFirst().kind() != FunctionSymbol.Kind.PROPERTY) {
            body.initialFields().called(object, a.attr(), c.span());
            return Optional.of(
                    m.overloads().getFirst().kind().takesSelf()
                            ? invoke(m, Optional.of(object), actuals(c), expected, c.span())
                            : new ClassMethods(body)
                                    .call(object, m, a, actuals(c), expected, c.span()));
        }
        return Optional.of(value(attributes.member(object, a, null), actuals(c), c.span()));
    }

    private Optional<TypedExpression> classMethod(
            ClassSymbol owner, Expression.Attribute a, Expression.Call c, @Nullable Type expected) {
        NominalType type = NominalType.open(owner);
        if (!(body.members().find(type, a.attr(), body.owner()).orElse(null)
                instanceof Members.MethodMember m)) {
            return Optional.empty();
        }
        Optional<TypedExpression> receiver = Optional.empty();
        if (m.overloads().getFirst().kind() == FunctionSymbol.Kind.CLASS_METHOD) {
            receiver =
                    Optional.of(
                            new TypedExpression.ClassReference(
                                    owner, new ClassObjectType(type), a.value().span()));
        } else if (m.overloads().getFirst().kind() == FunctionSymbol.Kind.METHOD) {
            if (ofBase(owner, c)) {
                List<Actual> actuals = actuals(c);
                return Optional.of(
                        new SuperCalls(body)
                                .call(a, c, actuals.subList(1, actuals.size()), expected));
            }
            return Optional.of(new UnboundMethods(body).call(owner, m, a, c, expected));
        }
        return Optional.of(invoke(m, receiver, actuals(c), expected, c.span()));
    }

    /// `Base.method(self, ...)`, which is `super().method(...)`.
    private boolean ofBase(ClassSymbol owner, Expression.Call c) {
        Optional<ClassSymbol> above =
                body.owner()
                        .filter(o -> !o.bases().isEmpty())
                        .map(o -> o.bases().getFirst().symbol());
        Optional<String> self = body.context().flatMap(Body.Context::self).map(Variable::name);
        return above.equals(Optional.of(owner))
                && self.isPresent()
                && !c.args().isEmpty()
                && ModuleScope.nameOf(c.args().getFirst()).equals(self);
    }

    /// A call of one of several overloads.
    TypedExpression invoke(
            Members.MethodMember member,
            Optional<TypedExpression> receiver,
            List<Actual> actuals,
            @Nullable Type expected,
            Span span) {
        if (member.overloads().size() == 1 && actuals.stream().anyMatch(Actual::star)) {
            StarArguments stars = new StarArguments(body, member.overloads().getFirst(), span);
            Optional<TypedExpression> object = stars.receiver(receiver);
            List<Actual> expanded = stars.expand(actuals);
            return stars.behind(plain(member, object, expanded, expected, span));
        }
        if (member.overloads().size() == 1 && actuals.stream().anyMatch(Actual::mapping)) {
            MappingArguments mapping =
                    new MappingArguments(body, member.overloads().getFirst(), span);
            if (mapping.possible(actuals)) {
                Optional<TypedExpression> object = mapping.receiver(receiver);
                List<Actual> expanded = mapping.expand(actuals);
                return mapping.behind(plain(member, object, expanded, expected, span));
            }
        }
        return plain(member, receiver, actuals, expected, span);
    }

    private TypedExpression plain(
            Members.MethodMember member,
            Optional<TypedExpression> receiver,
            List<Actual> actuals,
            @Nullable Type expected,
            Span span) {
        Invocation invocation = new Invocation(body, member.substitution(), expected, span);
        Optional<Invocation.Resolved> found =
                invocation.choose(member.overloads(), actuals, receiver);
        if (found.isEmpty()) {
            return Body.error(span);
        }
        Invocation.Resolved resolved = found.get();
        FunctionSymbol function = resolved.function();
        runs(function, receiver, resolved.arguments());
        TypedExpression.Dispatch dispatch = TypedExpression.Dispatch.STATIC;
        if (function.nested()) {
            dispatch = TypedExpression.Dispatch.CLOSURE;
        } else if (function.kind().takesSelf()
                || function.kind() == FunctionSymbol.Kind.CLASS_METHOD) {
            dispatch = TypedExpression.Dispatch.VIRTUAL;
        }
        if (resolved.result() == Simple.NEVER) {
            body.flow().end();
        }
        Type result =
                function.returnsSelf() && receiver.isPresent()
                        ? ofReceiver(receiver.get().type(), resolved.result())
                        : resolved.result();
        TypedExpression.Call call =
                new TypedExpression.Call(
                        function,
                        receiver,
                        resolved.arguments(),
                        dispatch,
                        resolved.typeArguments(),
                        result,
                        span);
        body.session().lives().called(body, call);
        return call;
    }

    /// The class of the receiver, where the method gives an object of it.
    private static Type ofReceiver(Type receiver, Type declared) {
        if (receiver instanceof ClassObjectType c) {
            return c.instance();
        }
        return receiver instanceof NominalType ? receiver : declared;
    }

    void runs(
            FunctionSymbol function, Optional<TypedExpression> receiver, List<Argument> arguments) {
        List<Type> types = new ArrayList<>();
        receiver.ifPresent(r -> types.add(r.type()));
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Given given) {
                given(given.value(), types);
            }
        }
        if (function.origin() == Origin.COMPILED) {
            boolean makes = Effects.OF_NEW_OBJECTS.contains(function.name());
            String name = makes ? function.owner().orElseThrow().name() : function.name();
            body.runsUserCode(body.session().effects().of(name));
        } else if (UserCode.runs(function, types)) {
            body.runsUserCode();
        }
    }

    private static void given(TypedExpression value, List<Type> types) {
        if (value instanceof TypedExpression.TupleDisplay t) {
            t.elements().forEach(e -> given(e, types));
        } else if (value instanceof TypedExpression.Starred s) {
            types.add(s.iteration().iterable().type());
        } else if (value instanceof TypedExpression.Convert c
                && c.conversion() == TypedExpression.Conversion.WIDEN) {
            given(c.value(), types);
        } else {
            types.add(value.type());
        }
    }

    /// A new object.
    TypedExpression construct(
            ClassSymbol symbol,
            Optional<NominalType> explicit,
            List<Actual> actuals,
            @Nullable Type expected,
            Span span,
            Ast place) {
        return new Construction(body, expected, span, place).of(symbol, explicit, actuals);
    }

    /// A call of a function value.
    TypedExpression value(TypedExpression callee, List<Actual> actuals, Span span) {
        if (callee.type() == Simple.ERROR) {
            actuals.forEach(a -> a.written().ifPresent(body.expressions()::check));
            return Body.error(span);
        }
        if (callee instanceof TypedExpression.VariableRead read
                && callee.type() instanceof ClassObjectType c
                && body.context().flatMap(Body.Context::self).orElse(null) == read.variable()) {
            return new ClassAtHand(body).construct(callee, c.instance(), actuals, span);
        }
        Type called = Relations.callableView(callee.type()).orElse(callee.type());
        if (called instanceof CallableType type && PackedArguments.taken(type).isPresent()) {
            return new PackedArguments(body, span).call(callee, type, actuals);
        }
        if (called instanceof CallableType type) {
            boolean plain = actuals.stream().noneMatch(a -> a.star() || a.keyword().isPresent());
            if (!plain || actuals.size() != type.parameters().size()) {
                return body.refuse(
                        TypeCode.ARGUMENTS,
                        span,
                        "the function takes " + type.parameters().size() + " arguments");
            }
            List<TypedExpression> arguments = new ArrayList<>();
            for (int i = 0; i < actuals.size(); i++) {
                Type wanted = type.parameters().get(i);
                Actual actual = actuals.get(i);
                TypedExpression value =
                        actual.typed().isPresent()
                                ? actual.typed().get()
                                : body.expressions().check(actual.written().get(), wanted);
                arguments.add(body.coerce(value, wanted, "the argument"));
            }
            body.runsUserCode();
            return new TypedExpression.CallValue(
                    callee, List.copyOf(arguments), type.result(), span);
        }
        if (body.members().method(callee.type(), "__call__").isPresent()) {
            return new Subscripts(body).method(callee, "__call__", actuals, span);
        }
        boolean none = Relations.mayBeNone(callee.type());
        return body.refuse(
                none ? TypeCode.MAY_BE_NONE : TypeCode.NOT_CALLABLE,
                span,
                callee.type().show() + " can't be called");
    }
}
