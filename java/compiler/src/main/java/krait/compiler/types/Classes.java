package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;

/// Definitions of classes: their bodies, and whether overrides fit.
final class Classes {
    private final Body body;

    Classes(Body body) {
        this.body = body;
    }

    void definition(Statement.ClassDef def, List<TypedStatement> out) {
        Scope scope = body.scope();
        if (!scope.isModule()) {
            body.problems()
                    .report(
                            TypeCode.CLASS_PLACE,
                            Spans.name(def),
                            "class '" + def.name() + "' is defined inside a function");
            return;
        }
        if (!(scope.own(def.name()).orElse(null) instanceof Binding.ClassBinding binding)) {
            return;
        }
        ClassSymbol symbol = binding.symbol();
        symbol.bases();
        ModuleScope.ClassHeader header = body.names().module().classes().get(symbol);
        if (header == null || !header.definition().span().equals(def.span())) {
            return;
        }
        Inside inside = new Inside(symbol, header.names(), binding.variable(), scope);
        Scope classScope = Scope.classBody(scope);
        Scope outer = body.enter(classScope);
        symbol.fields().forEach(FieldSymbol::type);
        if (symbol.is(ClassSymbol.Flag.ENUM)) {
            inside.statements()
                    .addAll(new Enums(body).statements(symbol, classScope, Spans.name(def)));
        }
        for (Statement statement : def.body()) {
            member(statement, inside);
        }
        ofDataclass(inside, def);
        body.leave(outer);
        binding.variable().assigned(1);
        body.flow().bind(binding.variable());
        int place = out.size();
        out.add(new TypedStatement.Break(def.span()));
        body.deferred()
                .add(() -> {
                    new Overrides(body).check(symbol, def);
                    body.initialFields().declaredOnly(symbol, Spans.name(def));
                    List<FunctionBody> bodies = new ArrayList<>();
                    inside.methods.forEach(m -> bodies.add(m.get()));
                    TypedClass whole =
                            new TypedClass(
                                    symbol,
                                    inside.statements,
                                    classScope.locals(),
                                    bodies,
                                    def.span());
                    out.set(
                            place,
                            new TypedStatement.ClassDefinition(
                                    whole, binding.variable(), def.span()));
                });
    }

    /// What is found in the body of a class.
    private record Inside(
            ClassSymbol symbol,
            TypeNames names,
            Variable variable,
            Scope outer,
            List<TypedStatement> statements,
            List<Supplier<FunctionBody>> methods) {
        Inside(ClassSymbol symbol, TypeNames names, Variable variable, Scope outer) {
            this(symbol, names, variable, outer, new ArrayList<>(), new ArrayList<>());
        }
    }

    private void member(Statement statement, Inside inside) {
        if (statement instanceof Statement.FunctionDef f) {
            Optional<FunctionSymbol> method = symbolOf(f, inside.symbol());
            if (method.isPresent()) {
                method(method.get(), f, inside);
            }
            body.scope().bind(f.name(), new Binding.SpecialBinding(f.name()));
        } else if (statement instanceof Statement.Assign a) {
            variable(a.targets().getFirst(), a.value(), inside);
        } else if (statement instanceof Statement.AnnAssign a) {
            a.value().ifPresent(v -> variable(a.target(), v, inside));
        }
    }

    /// What the methods that `@dataclass` adds need: defaults of fields, and their factories.
    private void ofDataclass(Inside inside, Statement.ClassDef def) {
        for (List<FunctionSymbol> each : inside.symbol().methods().values()) {
            FunctionSymbol method = each.getFirst();
            if (!method.ofDataclass()) {
                continue;
            }
            Optional<Statement.FunctionDef> factory = Dataclasses.factory(method, def);
            if (factory.isPresent()) {
                method(method, factory.get(), inside);
            } else if (method.name().equals("__init__")) {
                FunctionBody init = defaultsOnly(method, inside.symbol(), def);
                inside.methods().add(() -> init);
            }
        }
    }

    private FunctionBody defaultsOnly(
            FunctionSymbol init, ClassSymbol symbol, Statement.ClassDef def) {
        List<FunctionBody.DefaultValue> defaults = new ArrayList<>();
        for (DataField field : symbol.dataFields()) {
            for (Parameter parameter : init.parameters()) {
                if (field.field().owner() == symbol
                        && field.factory().isEmpty()
                        && parameter.name().equals(field.field().name())
                        && parameter.hasDefault()) {
                    defaults.addAll(new Functions(body).defaults(List.of(parameter)));
                }
            }
        }
        return new FunctionBody(
                init,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                defaults,
                List.of(),
                def.span());
    }

    private void method(FunctionSymbol method, Statement.FunctionDef f, Inside inside) {
        Functions functions = new Functions(body);
        List<FunctionBody.DefaultValue> defaults = functions.defaults(method);
        TypeNames names = inside.names().with(method.typeParameters());
        inside.methods()
                .add(() ->
                        functions.passes(
                                new Functions.Frame(
                                        method,
                                        f,
                                        inside.outer(),
                                        names,
                                        Optional.of(inside.symbol()),
                                        defaults,
                                        body.names().module().boundWhenRun(inside.variable()))));
    }

    private static Optional<FunctionSymbol> symbolOf(Statement.FunctionDef f, ClassSymbol symbol) {
        boolean setter =
                f.decoratorList().stream()
                        .anyMatch(d ->
                                d instanceof Expression.Attribute a && a.attr().equals("setter"));
        if (setter) {
            return Optional.ofNullable(symbol.setters().get(f.name()));
        }
        return symbol.ownMethods(f.name()).stream().findFirst();
    }

    private void variable(Expression target, Expression value, Inside inside) {
        Optional<FieldSymbol> field = ModuleScope.nameOf(target).flatMap(inside.symbol()::ownField);
        if (field.isEmpty()) {
            return;
        }
        FieldSymbol symbol = field.get();
        if (inside.symbol().enumMembers().stream().anyMatch(m -> m.field() == symbol)) {
            return;
        }
        if (!symbol.classVariable()) {
            body.scope().bind(symbol.name(), new Binding.SpecialBinding(symbol.name()));
            return;
        }
        Type type = symbol.type();
        inside.statements()
                .add(
                        new TypedStatement.Assign(
                                new TypedTarget.ClassVariableTarget(symbol, type, target.span()),
                                body.expressions().checkAs(value, type, "'" + symbol.name() + "'"),
                                target.span()));
        body.scope().bind(symbol.name(), new Binding.FieldBinding(symbol));
    }
}
