package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;

/// Finds the fields of a class that only methods other than `__init__` set. Objects lack them until
/// then.
final class MethodFields {
    private final ClassSymbol symbol;
    private final ModuleScope scope;
    private final TypeNames names;

    MethodFields(ClassSymbol symbol, ModuleScope scope, TypeNames names) {
        this.symbol = symbol;
        this.scope = scope;
        this.names = names;
    }

    void add(Statement.ClassDef definition) {
        for (boolean annotated : new boolean[] {true, false}) {
            for (Statement statement : definition.body()) {
                if (statement instanceof Statement.FunctionDef f && hasReceiver(f)) {
                    ofMethod(f, annotated);
                }
            }
        }
    }

    private static boolean hasReceiver(Statement.FunctionDef def) {
        return !def.args().args().isEmpty()
                && def.decoratorList().stream()
                        .map(d -> ModuleScope.nameOf(d).orElse(""))
                        .noneMatch(d -> d.equals("staticmethod") || d.equals("classmethod"));
    }

    private void ofMethod(Statement.FunctionDef def, boolean annotated) {
        String self = def.args().args().getFirst().arg();
        for (Statement statement : def.body()) {
            TreeWalk.walk(
                    statement,
                    node -> {
                        if (node instanceof Statement.AnnAssign a && annotated) {
                            declared(a, self);
                        } else if (node instanceof Statement.Assign a && !annotated) {
                            a.targets().forEach(t -> assigned(t, self, a.value(), def));
                        }
                    });
        }
    }

    private void declared(Statement.AnnAssign a, String self) {
        ClassCompletion.fieldName(a.target(), self)
                .ifPresent(
                        name -> field(name, a, () -> Annotations.resolve(a.annotation(), names)));
    }

    private void assigned(
            Expression target, String self, Expression value, Statement.FunctionDef def) {
        if (target instanceof Expression.Tuple t) {
            if (value instanceof Expression.Tuple v && v.elts().size() == t.elts().size()) {
                for (int i = 0; i < t.elts().size(); i++) {
                    assigned(t.elts().get(i), self, v.elts().get(i), def);
                }
            }
            return;
        }
        Optional<String> name = ClassCompletion.fieldName(target, self);
        name.ifPresent(n ->
                field(
                        n,
                        target,
                        () ->
                                scope.session()
                                        .initialType(value, def, parameters(def), symbol, names)));
    }

    private List<Parameter> parameters(Statement.FunctionDef def) {
        boolean setter =
                def.decoratorList().stream()
                        .anyMatch(d ->
                                d instanceof Expression.Attribute a && a.attr().equals("setter"));
        FunctionSymbol found =
                setter
                        ? symbol.setters().get(def.name())
                        : symbol.ownMethods(def.name()).stream().findFirst().orElse(null);
        return found == null ? List.of() : found.parameters();
    }

    private void field(String name, Ast place, Supplier<Type> type) {
        boolean known =
                symbol.ownField(name).isPresent()
                        || !symbol.ownMethods(name).isEmpty()
                        || (!SpecialMethods.isPrivate(name) && inherited(name));
        if (!known) {
            boolean fixed = symbol.is(ClassSymbol.Flag.FROZEN);
            FieldSymbol field = new FieldSymbol(name, symbol, type, fixed);
            symbol.field(field);
            LateFields.mark(field, scope.session(), scope.problems(), place.span());
        }
    }

    private boolean inherited(String name) {
        return symbol.bases().stream()
                .anyMatch(b -> scope.session().members().find(b, name).isPresent());
    }
}
