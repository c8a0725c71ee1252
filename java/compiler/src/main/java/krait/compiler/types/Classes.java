package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;

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
        binding.variable().assigned(1);
        body.flow().bind(binding.variable());
        List<TypedStatement> statements = new ArrayList<>();
        List<Runnable> methods = new ArrayList<>();
        List<FunctionBody> bodies = new ArrayList<>();
        for (Statement statement : def.body()) {
            member(statement, symbol, header.names(), statements, methods, bodies);
        }
        int place = out.size();
        out.add(new TypedStatement.Break(def.span()));
        body.deferred()
                .add(() -> {
                    overrides(symbol, def);
                    methods.forEach(Runnable::run);
                    TypedClass inside =
                            new TypedClass(symbol, statements, List.of(), bodies, def.span());
                    out.set(
                            place,
                            new TypedStatement.ClassDefinition(
                                    inside, binding.variable(), def.span()));
                });
    }

    private void member(
            Statement statement,
            ClassSymbol symbol,
            TypeNames names,
            List<TypedStatement> statements,
            List<Runnable> methods,
            List<FunctionBody> bodies) {
        if (statement instanceof Statement.FunctionDef f) {
            Optional<FunctionSymbol> method = symbolOf(f, symbol);
            if (method.isPresent()) {
                Functions functions = new Functions(body);
                List<FunctionBody.DefaultValue> defaults = functions.defaults(method.get());
                TypeNames inner = names.with(method.get().typeParameters());
                Scope scope = body.scope();
                methods.add(() ->
                        bodies.add(
                                functions.passes(
                                        method.get(),
                                        f,
                                        scope,
                                        inner,
                                        Optional.of(symbol),
                                        defaults)));
            }
        } else if (statement instanceof Statement.Assign a) {
            variable(a.targets().getFirst(), a.value(), symbol, statements);
        } else if (statement instanceof Statement.AnnAssign a) {
            a.value().ifPresent(v -> variable(a.target(), v, symbol, statements));
        }
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

    private void variable(
            Expression target,
            Expression value,
            ClassSymbol symbol,
            List<TypedStatement> statements) {
        Optional<FieldSymbol> field = ModuleScope.nameOf(target).flatMap(symbol::ownField);
        if (field.isPresent() && field.get().classVariable()) {
            Type type = field.get().type();
            statements.add(
                    new TypedStatement.Assign(
                            new TypedTarget.ClassVariableTarget(field.get(), type, target.span()),
                            body.expressions().checkAs(value, type, "'" + field.get().name() + "'"),
                            target.span()));
        }
    }

    private void overrides(ClassSymbol symbol, Statement.ClassDef def) {
        NominalType self = new NominalType(symbol, List.copyOf(symbol.typeParameters()));
        for (Statement statement : def.body()) {
            if (statement instanceof Statement.FunctionDef f
                    && !f.name().equals("__init__")
                    && !symbol.ownMethods(f.name()).isEmpty()) {
                for (NominalType base : body.members().ancestors(self)) {
                    override(symbol, f, base);
                }
            }
        }
    }

    private void override(ClassSymbol symbol, Statement.FunctionDef f, NominalType base) {
        if (base.symbol() == symbol || base.symbol().ownMethods(f.name()).isEmpty()) {
            return;
        }
        FunctionSymbol method = symbol.ownMethods(f.name()).getFirst();
        FunctionSymbol overridden = base.symbol().ownMethods(f.name()).getFirst();
        boolean fits =
                body.members().fits(method, Substitution.NONE, overridden, Substitution.of(base));
        if (!fits) {
            body.problems()
                    .report(
                            TypeCode.OVERRIDE,
                            Spans.name(f),
                            "'"
                                    + f.name()
                                    + "' doesn't take or return what that of "
                                    + base.symbol().name()
                                    + " does");
        }
    }
}
