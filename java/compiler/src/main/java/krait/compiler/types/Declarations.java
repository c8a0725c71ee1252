package krait.compiler.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.Statement;

/// Declares what a module defines, without looking inside.
final class Declarations {
    private final Library library;

    Declarations(Library library) {
        this.library = library;
    }

    void declare(ModuleScope scope) {
        Map<String, List<Statement.FunctionDef>> functions = new LinkedHashMap<>();
        for (Statement statement : scope.tree().body()) {
            if (statement instanceof Statement.FunctionDef f) {
                functions.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f);
            } else if (statement instanceof Statement.ClassDef c) {
                declareClass(scope, c);
            } else if (ImportDeclarations.isImport(statement)) {
                new ImportDeclarations(library, scope, false).declare(statement);
            } else if (statement instanceof Statement.If i && forTypesOnly(i)) {
                i.body().forEach(new ImportDeclarations(library, scope, true)::declare);
            } else if (statement instanceof Statement.Assign a) {
                declareAssign(scope, a);
            } else if (statement instanceof Statement.AnnAssign a) {
                declareAnnotated(scope, a);
            } else if (statement instanceof Statement.TypeAlias a) {
                declareAlias(scope, a);
            }
        }
        functions.forEach((name, forms) -> declareFunction(scope, name, forms));
    }

    private static boolean forTypesOnly(Statement.If i) {
        return ModuleScope.nameOf(i.test()).equals(Optional.of("TYPE_CHECKING"));
    }

    private void duplicate(ModuleScope scope, String name, Span span) {
        scope.problems()
                .report(TypeCode.REDEFINED, span, "'" + name + "' is defined twice in this module");
    }

    private void declareFunction(
            ModuleScope scope, String name, List<Statement.FunctionDef> forms) {
        boolean decorated = forms.size() == 1 && Decorators.apply(forms.getFirst());
        if (decorated && !scope.nativeModule() && !scope.declared(name)) {
            return; // a variable, which the code of the module assigns
        }
        boolean again = forms.size() > 1 && !scope.nativeModule();
        if (again || scope.declared(name)) {
            duplicate(scope, name, Spans.name(forms.getLast()));
        }
        if (scope.declared(name)) {
            return;
        }
        scope.declare(
                name,
                () -> {
                    List<FunctionSymbol> overloads = new ArrayList<>();
                    for (Statement.FunctionDef form : again ? forms.subList(0, 1) : forms) {
                        overloads.add(
                                Signatures.function(
                                        form,
                                        name,
                                        scope.typeNames(),
                                        Optional.empty(),
                                        FunctionSymbol.Kind.FUNCTION));
                    }
                    return new Binding.FunctionBinding(overloads, defined(scope, name));
                });
    }

    private static Variable defined(ModuleScope scope, String name) {
        return new Variable(name, Variable.Kind.GLOBAL, Type.Simple.NEVER, scope.symbol());
    }

    private void declareClass(ModuleScope scope, Statement.ClassDef definition) {
        String name = definition.name();
        if (scope.declared(name)) {
            duplicate(scope, name, definition.span());
            return;
        }
        scope.declare(
                name,
                () -> {
                    ClassSymbol symbol =
                            new ClassSymbol(
                                    name,
                                    name,
                                    scope.symbol(),
                                    scope.symbol().origin(),
                                    s -> new ClassCompletion(s, definition, scope).run());
                    return new Binding.ClassBinding(symbol, defined(scope, name));
                });
    }

    private void declareAssign(ModuleScope scope, Statement.Assign assign) {
        if (assign.targets().size() != 1
                || !(assign.targets().getFirst() instanceof Expression.Name name)) {
            return;
        }
        if (assign.value() instanceof Expression.Call call
                && call.func() instanceof Expression.Name form
                && (form.id().equals("TypeVar") || form.id().equals("ParamSpec"))) {
            boolean whole = form.id().equals("ParamSpec");
            scope.declare(
                    name.id(),
                    () ->
                            new Binding.TypeVariableBinding(
                                    whole
                                            ? TypeVariable.paramSpec(name.id())
                                            : Signatures.typeVar(call, scope)));
        } else if (isNewType(scope, assign.value())) {
            scope.declare(name.id(), () -> alias(name.id(), assign.value(), scope));
        } else if (isType(scope, assign.value())) {
            scope.declare(name.id(), () -> alias(name.id(), assign.value(), scope));
        } else if (scope.nativeModule() && assign.value() instanceof Expression.Name same) {
            // a second name of a class, as `error` of `re`
            scope.declare(name.id(), () -> scope.find(same.id()).orElseThrow());
        } else if (isClass(scope, assign.value()) && scope.assignedOnce(name.id())) {
            scope.nameType(name.id(), alias(name.id(), assign.value(), List.of(), scope));
        }
    }

    /// Whether an expression is the name of a class, of this module or of another one.
    private boolean isClass(ModuleScope scope, Expression e) {
        if (e instanceof Expression.Attribute a && a.value() instanceof Expression.Name n) {
            return scope.find(n.id()).orElse(null) instanceof Binding.ModuleBinding m
                    && m.module().find(a.attr()).orElse(null) instanceof Binding.ClassBinding;
        }
        return e instanceof Expression.Name n
                && (names(scope, n.id()) || scope.typeNamed(n.id()).isPresent());
    }

    private static boolean isNewType(ModuleScope scope, Expression e) {
        return e instanceof Expression.Call c
                && c.func() instanceof Expression.Name n
                && c.args().size() == 2
                && c.keywords().isEmpty()
                && scope.find(n.id()).equals(Optional.of(new Binding.SpecialBinding("NewType")));
    }

    /// Whether an expression is a type: `NAME[…]`, or a union of such and of classes.
    private boolean isType(ModuleScope scope, Expression e) {
        if (e instanceof Expression.Subscript s && s.value() instanceof Expression.Name base) {
            return names(scope, base.id());
        }
        return e instanceof Expression.BinOp b
                && b.op() == Operator.BIT_OR
                && isMember(scope, b.left())
                && isMember(scope, b.right());
    }

    private boolean isMember(ModuleScope scope, Expression e) {
        return (e instanceof Expression.Name name
                        && (names(scope, name.id()) || scope.typeNamed(name.id()).isPresent()))
                || (e instanceof Expression.Constant c && c.value() == Literal.Singleton.NONE)
                || isType(scope, e);
    }

    /// Whether a name stands for a type.
    private boolean names(ModuleScope scope, String name) {
        Optional<Binding> binding = scope.find(name);
        if (binding.isEmpty()) {
            binding = library.builtins().flatMap(b -> b.find(name));
        }
        return binding.filter(b ->
                        b instanceof Binding.ClassBinding
                                || b instanceof Binding.SpecialBinding
                                || b instanceof Binding.AliasBinding
                                || b instanceof Binding.TypeVariableBinding)
                .isPresent();
    }

    /// A name for a type that is assigned; the type variables that it mentions are its parameters.
    private static Binding alias(String name, Expression value, ModuleScope scope) {
        List<TypeVariable> parameters = new ArrayList<>();
        TreeWalk.walk(
                value,
                node -> {
                    if (node instanceof Expression.Name n
                            && scope.find(n.id()).orElse(null)
                                    instanceof Binding.TypeVariableBinding variable
                            && !parameters.contains(variable.variable())) {
                        parameters.add(variable.variable());
                    }
                });
        return alias(name, value, List.copyOf(parameters), scope);
    }

    private static Binding.AliasBinding alias(
            String name, Expression value, List<TypeVariable> parameters, ModuleScope scope) {
        return new Binding.AliasBinding(value, parameters, scope, new AliasType(name));
    }

    private static void declareAnnotated(ModuleScope scope, Statement.AnnAssign assign) {
        if (!(assign.target() instanceof Expression.Name name)) {
            return;
        }
        if (ModuleScope.nameOf(assign.annotation()).equals(Optional.of("TypeAlias"))) {
            assign.value()
                    .ifPresent(value ->
                            scope.declare(name.id(), () -> alias(name.id(), value, scope)));
        } else if (scope.nativeModule()) {
            scope.declare(
                    name.id(),
                    () ->
                            new Binding.VariableBinding(
                                    scope.variable(
                                            name.id(),
                                            Annotations.resolve(
                                                    assign.annotation(), scope.typeNames()))));
        }
    }

    private static void declareAlias(ModuleScope scope, Statement.TypeAlias alias) {
        if (alias.name() instanceof Expression.Name name) {
            List<TypeVariable> parameters =
                    Signatures.typeParameters(alias.typeParams(), scope.typeNames());
            scope.declare(name.id(), () -> alias(name.id(), alias.value(), parameters, scope));
        }
    }
}
