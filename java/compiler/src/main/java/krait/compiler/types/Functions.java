package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// Definitions of functions, and lambdas. Bodies are checked when the names around them are known.
final class Functions {
    static final int PASSES = 8;

    private final Body body;

    Functions(Body body) {
        this.body = body;
    }

    /// A `def` in a module or in a function.
    void definition(Statement.FunctionDef def, List<TypedStatement> out) {
        Scope scope = body.scope();
        boolean nested = !scope.isModule();
        if (Decorators.apply(def)) {
            decorated(def, nested, out);
            return;
        }
        Handlers handlers = new Handlers(body);
        boolean handler = !nested && handlers.decorate(def);
        if (!handler && !def.decoratorList().isEmpty()) {
            body.problems()
                    .report(
                            TypeCode.DECORATOR,
                            def.decoratorList().getFirst().span(),
                            "the compiler doesn't know this decorator");
        }
        if (nested) {
            declare(def, scope);
        }
        if (!(scope.own(def.name()).orElse(null) instanceof Binding.FunctionBinding binding)) {
            body.problems()
                    .report(
                            TypeCode.REDEFINED,
                            Spans.name(def),
                            "'" + def.name() + "' is something else, too");
            return;
        }
        define(def, binding.overloads().getFirst(), binding.variable(), handler, out);
    }

    private void decorated(Statement.FunctionDef def, boolean nested, List<TypedStatement> out) {
        Scope scope = body.scope();
        FunctionSymbol symbol = symbol(def, nested);
        Variable plain;
        if (nested) {
            plain = new Variable(def.name(), Variable.Kind.LOCAL, Simple.NEVER, null);
            scope.locals().add(plain);
        } else {
            ModuleSymbol module = body.names().module().symbol();
            plain = new Variable(def.name(), Variable.Kind.GLOBAL, Simple.NEVER, module);
        }
        new Decorators(body)
                .definition(def, symbol, plain, out, () -> define(def, symbol, plain, false, out));
    }

    private FunctionSymbol symbol(Statement.FunctionDef def, boolean nested) {
        String outer = body.context().map(c -> c.symbol().qualifiedName()).orElse("");
        FunctionSymbol symbol =
                Signatures.function(
                        def,
                        nested ? outer + ".<locals>." + def.name() : def.name(),
                        body.names(),
                        Optional.empty(),
                        FunctionSymbol.Kind.FUNCTION);
        if (nested) {
            symbol.markNested();
        }
        return symbol;
    }

    private void define(
            Statement.FunctionDef def,
            FunctionSymbol symbol,
            Variable variable,
            boolean handler,
            List<TypedStatement> out) {
        Scope scope = body.scope();
        boolean nested = symbol.nested();
        Handlers handlers = new Handlers(body);
        variable.type(Attributes.callable(symbol, Substitution.NONE));
        variable.assigned(body.assignments());
        body.initialFields().captured(def);
        int place = out.size();
        List<FunctionBody.DefaultValue> defaults = defaults(symbol);
        body.flow().bind(variable);
        TypeNames names = body.names().with(symbol.typeParameters());
        Set<Variable> bound = nested ? body.flow().boundVariables() : Set.of();
        out.add(new TypedStatement.Break(def.span()));
        if (handler) {
            body.session().shared().served();
            handlers.register(def, symbol, defaults, out);
        }
        body.deferred()
                .add(() -> {
                    FunctionBody inside =
                            nested
                                    ? nested(symbol, def, scope, names, defaults, bound)
                                    : passes(
                                            new Frame(
                                                    symbol,
                                                    def,
                                                    scope,
                                                    names,
                                                    Optional.empty(),
                                                    defaults,
                                                    body.names().module().boundWhenRun(variable)));
                    if (inside.captures().contains(variable)) {
                        variable.assigned(1);
                    }
                    out.set(
                            place,
                            new TypedStatement.FunctionDefinition(inside, variable, def.span()));
                });
    }

    /// A definition whose body is to be checked.
    ///
    /// @param certain outer variables that have a value whenever the body runs
    record Frame(
            FunctionSymbol symbol,
            Statement.FunctionDef def,
            Scope outer,
            TypeNames names,
            Optional<ClassSymbol> owner,
            List<FunctionBody.DefaultValue> defaults,
            Predicate<Variable> certain) {}

    private FunctionBody nested(
            FunctionSymbol symbol,
            Statement.FunctionDef def,
            Scope scope,
            TypeNames names,
            List<FunctionBody.DefaultValue> defaults,
            Set<Variable> bound) {
        Predicate<Variable> certain = v -> bound.contains(v) || body.certain().test(v);
        return pass(new Frame(symbol, def, scope, names, Optional.empty(), defaults, certain));
    }

    private void declare(Statement.FunctionDef def, Scope scope) {
        if (scope.own(def.name()).isPresent()) {
            body.problems()
                    .report(
                            TypeCode.REDEFINED,
                            Spans.name(def),
                            "'" + def.name() + "' is defined twice in this function");
        }
        FunctionSymbol symbol = symbol(def, true);
        Variable variable = new Variable(def.name(), Variable.Kind.LOCAL, Simple.NEVER, null);
        scope.locals().add(variable);
        scope.bind(def.name(), new Binding.FunctionBinding(List.of(symbol), variable));
    }

    List<FunctionBody.DefaultValue> defaults(FunctionSymbol symbol) {
        return defaults(symbol.parameters());
    }

    List<FunctionBody.DefaultValue> defaults(List<Parameter> parameters) {
        List<FunctionBody.DefaultValue> defaults = new ArrayList<>();
        for (Parameter parameter : parameters) {
            parameter
                    .defaultValue()
                    .ifPresent(e ->
                            defaults.add(
                                    new FunctionBody.DefaultValue(
                                            parameter,
                                            body.expressions()
                                                    .checkAs(
                                                            e,
                                                            parameter.type(),
                                                            "parameter '"
                                                                    + parameter.name()
                                                                    + "'"))));
        }
        for (FunctionBody.DefaultValue each : defaults) {
            body.session().shared().fallback(body, each.value().type(), each.value().span());
        }
        return List.copyOf(defaults);
    }

    /// Checks a body until no empty container is without a type.
    FunctionBody passes(Frame frame) {
        Holes holes = body.session().holes();
        int before = body.problems().count();
        for (int i = 0; ; i++) {
            int widenings = holes.widenings();
            FunctionBody checked = pass(frame);
            boolean open = holes.anyOpen();
            if ((!open && holes.widenings() == widenings) || i == PASSES) {
                return checked;
            }
            body.problems().rewind(before);
            List<Ast> unknown = holes.settle(body.builtins().type("object"), i == PASSES - 1);
            report(unknown, frame.def().body(), body.problems());
            before = body.problems().count();
        }
    }

    /// Refuses variables that begin with a container of which nothing says what it holds.
    static void report(List<Ast> unknown, List<Statement> code, Problems problems) {
        if (unknown.isEmpty()) {
            return;
        }
        for (Statement statement : code) {
            TreeWalk.walkDeep(
                    statement,
                    node -> {
                        if (node instanceof Statement.Assign a && unknown.contains(a.value())) {
                            problems.report(
                                    TypeCode.CANNOT_INFER,
                                    a.value().span(),
                                    "nothing shows what the empty container holds",
                                    "write its type: NAME: list[TYPE] = []");
                        }
                    });
        }
    }

    private FunctionBody pass(Frame frame) {
        FunctionSymbol symbol = frame.symbol();
        Statement.FunctionDef def = frame.def();
        Optional<ClassSymbol> owner = frame.owner();
        Scope scope = Scope.function(frame.outer(), AssignedNames.in(def.body()), def.span());
        Flow flow = new Flow();
        Optional<Variable> self = Optional.empty();
        if (owner.isPresent() && symbol.kind() != FunctionSymbol.Kind.STATIC_METHOD) {
            self = self(symbol, def, owner.get(), scope, flow);
        }
        List<Variable> parameters = parameters(symbol, scope, flow);
        Type yielded = symbol.generator() ? yielded(symbol, def.span()) : Simple.NEVER;
        Type result = symbol.generator() ? Yields.returned(symbol.result()) : symbol.result();
        Body inside =
                new Body(
                        body.session(),
                        frame.names(),
                        scope,
                        Optional.of(new Body.Context(symbol, result, yielded, owner, self)),
                        frame.certain());
        inside.flow(flow);
        if (symbol.isPacked()) {
            PackedArguments.unchanged(def, body.problems());
        }
        List<TypedStatement> statements = inside.statements().block(def.body());
        body.session().lives().defined(body, symbol, Spans.name(def));
        boolean falls = inside.flow().reachable();
        if (falls) {
            inside.initialFields().allSet(Spans.name(def));
        }
        inside.runDeferred();
        boolean declared =
                (owner.isPresent() && owner.get().is(ClassSymbol.Flag.PROTOCOL))
                        || symbol.isAbstract();
        if (falls && !declared && !body.relations().assignable(Simple.NONE, result)) {
            body.problems()
                    .report(
                            TypeCode.MISSING_RETURN,
                            Spans.name(def),
                            "'"
                                    + def.name()
                                    + "' may end without a value of type "
                                    + result.show());
        }
        return new FunctionBody(
                symbol,
                self,
                parameters,
                scope.locals(),
                scope.captures(),
                frame.defaults(),
                statements,
                def.span());
    }

    private static Optional<Variable> self(
            FunctionSymbol symbol,
            Statement.FunctionDef def,
            ClassSymbol owner,
            Scope scope,
            Flow flow) {
        List<Ast.Arg> args = new ArrayList<>(def.args().posonlyargs());
        args.addAll(def.args().args());
        if (args.isEmpty()) {
            return Optional.empty();
        }
        NominalType type = NominalType.open(owner);
        Type receiver =
                symbol.kind() == FunctionSymbol.Kind.CLASS_METHOD
                        ? new Type.ClassObjectType(type)
                        : type;
        Variable variable = scope.declare(args.getFirst().arg(), receiver, true);
        flow.bind(variable);
        return Optional.of(variable);
    }

    private static List<Variable> parameters(FunctionSymbol symbol, Scope scope, Flow flow) {
        List<Variable> parameters = new ArrayList<>();
        for (Parameter parameter : symbol.parameters()) {
            Variable variable = scope.declare(parameter.name(), parameter.type(), true);
            flow.bind(variable);
            parameters.add(variable);
        }
        return List.copyOf(parameters);
    }

    private Type yielded(FunctionSymbol symbol, Span span) {
        if (symbol.result() instanceof NominalType n && n.arguments().size() >= 1) {
            String name = n.symbol().name();
            if (name.equals("Iterator") || name.equals("Iterable") || name.equals("Generator")) {
                return n.arguments().getFirst();
            }
        }
        return symbol.result() == Simple.ERROR
                ? Simple.ERROR
                : body.problems()
                        .report(
                                TypeCode.MISMATCH,
                                span,
                                "a function with yield returns an iterator",
                                "-> Iterator[TYPE]");
    }

    TypedExpression lambda(Expression.Lambda l, @Nullable Type expected) {
        CallableType wanted = expected instanceof CallableType c ? c : null;
        List<Ast.Arg> args = l.args().args();
        if (wanted == null && args.size() > l.args().defaults().size()) {
            return body.refuse(
                    TypeCode.CANNOT_INFER,
                    l.span(),
                    "nothing says which types the lambda takes",
                    "declare the variable: NAME: Callable[[TYPE], TYPE] = lambda ...");
        }
        boolean plain =
                l.args().vararg().isEmpty()
                        && l.args().kwonlyargs().isEmpty()
                        && l.args().kwarg().isEmpty();
        int given = wanted == null ? 0 : wanted.parameters().size();
        int needed = args.size() - l.args().defaults().size();
        if (!plain || given > args.size() || given < needed) {
            return body.refuse(
                    TypeCode.ARGUMENTS, l.span(), "the lambda takes other arguments than expected");
        }
        List<FunctionBody.DefaultValue> defaults = lambdaDefaults(l, wanted);
        Scope scope = Scope.function(body.scope(), AssignedNames.in(List.of(l.body())), l.span());
        List<Parameter> parameters = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            Parameter parameter =
                    i < needed
                            ? lambdaParameter(args.get(i), wanted, i)
                            : defaults.get(i - needed).parameter();
            variables.add(scope.declare(parameter.name(), parameter.type(), true));
            parameters.add(parameter);
        }
        return finish(l, scope, parameters, variables, defaults, wanted);
    }

    private static Parameter lambdaParameter(Ast.Arg arg, @Nullable CallableType wanted, int i) {
        Type type = wanted == null ? Simple.ERROR : wanted.parameters().get(i);
        return new Parameter(arg.arg(), Parameter.Kind.NORMAL, type, Optional.empty());
    }

    /// Defaults of a lambda, which tell the types of the parameters that nobody gives.
    private List<FunctionBody.DefaultValue> lambdaDefaults(
            Expression.Lambda l, @Nullable CallableType wanted) {
        List<FunctionBody.DefaultValue> defaults = new ArrayList<>();
        List<Expression> written = l.args().defaults();
        int needed = l.args().args().size() - written.size();
        for (int i = 0; i < written.size(); i++) {
            int at = needed + i;
            TypedExpression value =
                    wanted != null && at < wanted.parameters().size()
                            ? body.expressions()
                                    .checkAs(
                                            written.get(i),
                                            wanted.parameters().get(at),
                                            "the default")
                            : body.expressions().check(written.get(i));
            Parameter parameter =
                    new Parameter(
                            l.args().args().get(at).arg(),
                            Parameter.Kind.NORMAL,
                            value.type(),
                            Optional.of(written.get(i)));
            defaults.add(new FunctionBody.DefaultValue(parameter, value));
        }
        return List.copyOf(defaults);
    }

    private TypedExpression finish(
            Expression.Lambda l,
            Scope scope,
            List<Parameter> parameters,
            List<Variable> variables,
            List<FunctionBody.DefaultValue> defaults,
            @Nullable CallableType wanted) {
        Flow before = body.flow().copy();
        body.flow(before.copy());
        body.flow().keepConstants(body.scope());
        variables.forEach(body.flow()::bind);
        Scope outer = body.enter(scope);
        Type hint = wanted == null ? null : wanted.result();
        TypedExpression found = body.expressions().check(l.body(), hint);
        TypedExpression value = found;
        if (hint != null
                && hint != Simple.NONE
                && !Substitution.mentions(hint, openIn(hint))
                && body.relations().assignable(found.type(), hint)) {
            value = body.coerce(found, hint, "the result");
        }
        TypedExpression result = value;
        body.leave(outer);
        body.flow(before);
        int given = wanted == null ? 0 : wanted.parameters().size();
        CallableType type =
                new CallableType(
                        parameters.stream().limit(given).map(Parameter::type).toList(),
                        value.type());
        FunctionSymbol symbol =
                new FunctionSymbol(
                        "<lambda>",
                        body.context()
                                        .map(c -> c.symbol().qualifiedName() + ".<locals>.")
                                        .orElse("")
                                + "<lambda>",
                        body.names().module().symbol(),
                        Optional.empty(),
                        FunctionSymbol.Kind.LAMBDA,
                        Origin.COMPILED,
                        () ->
                                new Signature(
                                        List.of(),
                                        List.copyOf(parameters),
                                        result.type(),
                                        Optional.empty()));
        symbol.markNested();
        FunctionBody inside =
                new FunctionBody(
                        symbol,
                        Optional.empty(),
                        List.copyOf(variables),
                        scope.locals(),
                        scope.captures(),
                        defaults,
                        List.of(new TypedStatement.Return(Optional.of(value), l.body().span())),
                        l.span());
        return new TypedExpression.Lambda(inside, type, l.span());
    }

    /// Type variables that are not those of the function around.
    List<TypeVariable> openIn(Type hint) {
        List<TypeVariable> found = new ArrayList<>();
        Signatures.mentioned(hint, found);
        found.removeAll(body.names().variables().values());
        return found;
    }
}
