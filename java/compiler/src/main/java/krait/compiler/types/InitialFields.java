package krait.compiler.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// Inside of `__init__`: which fields of the new object have no value yet. Where the object is used
/// before a way through sets them, they are late: a read may raise AttributeError.
final class InitialFields {
    private final Body body;

    InitialFields(Body body) {
        this.body = body;
    }

    private Optional<ClassSymbol> initialised() {
        return body.context()
                .filter(c -> c.symbol().name().equals("__init__"))
                .flatMap(Body.Context::owner);
    }

    private boolean isSelf(TypedExpression object) {
        return object instanceof TypedExpression.VariableRead read && isSelf(read.variable());
    }

    private boolean isSelf(Variable variable) {
        return body.context().flatMap(Body.Context::self).orElse(null) == variable;
    }

    private List<FieldSymbol> unset() {
        List<FieldSymbol> fields = new ArrayList<>();
        initialised()
                .ifPresent(owner -> {
                    for (FieldSymbol field : all(owner)) {
                        if (!body.flow().isSet(field)) {
                            fields.add(field);
                        }
                    }
                });
        return fields;
    }

    private void late(FieldSymbol field, Span span) {
        LateFields.mark(field, body.session(), body.problems(), span);
    }

    /// Fields of the objects of a class that the program sets, inherited ones included.
    private static List<FieldSymbol> all(ClassSymbol symbol) {
        List<FieldSymbol> fields = new ArrayList<>();
        symbol.superclass()
                .filter(base -> base.symbol().origin() == Origin.COMPILED)
                .ifPresent(base -> fields.addAll(all(base.symbol())));
        symbol.fields().stream()
                .filter(f -> !f.classVariable() && !f.hidden())
                .forEach(fields::add);
        return fields;
    }

    void set(TypedExpression object, FieldSymbol field) {
        if (initialised().isPresent() && isSelf(object)) {
            body.flow().set(field);
        }
    }

    void read(TypedExpression object, FieldSymbol field, Span span) {
        boolean early = initialised().isPresent() && isSelf(object) && !body.flow().isSet(field);
        if (early) {
            late(field, span);
        }
    }

    /// `self` on its own: whoever gets it may read every field.
    void used(Variable variable, Span span) {
        if (isSelf(variable)) {
            allSet(span);
        }
    }

    /// A method or property of the new object may read every field.
    void used(TypedExpression object, Span span) {
        if (isSelf(object)) {
            allSet(span);
        }
    }

    /// A call of a method, or a read of a property, of the new object: it may be early where
    /// nothing that it leads to mentions a field without a value.
    void called(TypedExpression object, String method, Span span) {
        if (isSelf(object)) {
            unset().stream()
                    .filter(f -> body.session().effects().mentioned(method).contains(f.name()))
                    .forEach(f -> late(f, span));
        }
    }

    /// A method of the new object as a value, which others may call later.
    void taken(TypedExpression object, String method, Span span) {
        if (isSelf(object) && mentionsUnset(method)) {
            body.flow().escape(span);
        }
    }

    private boolean mentionsUnset(String method) {
        Set<String> mentioned = body.session().effects().mentioned(method);
        return unset().stream().anyMatch(f -> mentioned.contains(f.name()));
    }

    /// A function inside that mentions `self`.
    void captured(Statement.FunctionDef inner) {
        Optional<Variable> self = body.context().flatMap(Body.Context::self);
        if (initialised().isPresent()
                && self.isPresent()
                && mentions(inner.body(), self.get().name())) {
            allSet(Spans.name(inner));
        }
    }

    private static boolean mentions(List<Statement> statements, String name) {
        boolean[] found = {false};
        for (Statement statement : statements) {
            TreeWalk.walkDeep(
                    statement,
                    node -> found[0] |= node instanceof Expression.Name n && n.id().equals(name));
        }
        return found[0];
    }

    /// Where `__init__` ends, or lets others see the object.
    void allSet(Span span) {
        unset().forEach(f -> late(f, span));
    }

    /// `super().__init__(...)` sets the fields of the base class.
    void calledAbove(FunctionSymbol constructor, Span span) {
        Optional<ClassSymbol> owner = initialised();
        Optional<ClassSymbol> above = constructor.owner();
        if (owner.isEmpty() || above.isEmpty()) {
            return;
        }
        if (leaks(above.get())) {
            Set<FieldSymbol> own = new LinkedHashSet<>(all(owner.get()));
            all(above.get()).forEach(own::remove);
            own.stream().filter(f -> !body.flow().isSet(f)).forEach(f -> late(f, span));
        }
        all(above.get()).forEach(body.flow()::set);
    }

    /// Whether the object is seen by others before its `__init__` ends.
    private boolean leaks(ClassSymbol symbol) {
        Optional<Statement.FunctionDef> init = symbol.initialiser();
        if (init.isEmpty()) {
            return symbol.is(ClassSymbol.Flag.DATACLASS)
                    && body.members()
                            .find(Type.NominalType.open(symbol), "__post_init__")
                            .isPresent();
        }
        List<Ast.Arg> args = new ArrayList<>(init.get().args().posonlyargs());
        args.addAll(init.get().args().args());
        if (args.isEmpty()) {
            return false;
        }
        String self = args.getFirst().arg();
        boolean[] found = {false};
        int[] mentioned = {0};
        int[] fields = {0};
        for (Statement statement : init.get().body()) {
            TreeWalk.walkDeep(
                    statement,
                    node -> {
                        if (node instanceof Expression.Name n && n.id().equals(self)) {
                            mentioned[0]++;
                        } else if (node instanceof Expression.Attribute a) {
                            found[0] |= leaks(a, symbol);
                            boolean field =
                                    ModuleScope.nameOf(a.value()).equals(Optional.of(self))
                                            && isField(symbol, a.attr());
                            fields[0] += field ? 1 : 0;
                        }
                    });
        }
        return found[0] || mentioned[0] > fields[0];
    }

    private boolean isField(ClassSymbol symbol, String name) {
        return body.members().find(Type.NominalType.open(symbol), name).orElse(null)
                instanceof Members.FieldMember;
    }

    private boolean leaks(Expression.Attribute a, ClassSymbol symbol) {
        if (!SuperCalls.is(a.value())) {
            return false;
        }
        Optional<ClassSymbol> base =
                symbol.superclass()
                        .map(Type.NominalType::symbol)
                        .filter(s -> s.origin() == Origin.COMPILED);
        return !a.attr().equals("__init__") || base.filter(this::leaks).isPresent();
    }

    /// Finds the fields that the body of a class declares and no `__init__` sets.
    void declaredOnly(ClassSymbol symbol, Span span) {
        boolean made =
                !symbol.is(ClassSymbol.Flag.PROTOCOL)
                        && !symbol.is(ClassSymbol.Flag.ABSTRACT)
                        && body.members().abstractMethods(Type.NominalType.open(symbol)).isEmpty();
        if (!made) {
            return;
        }
        Optional<ClassSymbol> each = Optional.of(symbol);
        while (each.isPresent()
                && each.get().origin() == Origin.COMPILED
                && each.get().ownMethods("__init__").isEmpty()) {
            each.get().fields().stream()
                    .filter(f -> !f.classVariable() && !f.hidden())
                    .forEach(f -> late(f, span));
            each = each.get().superclass().map(Type.NominalType::symbol);
        }
    }
}
