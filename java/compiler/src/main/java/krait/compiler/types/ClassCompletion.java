package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;

/// Fills a class symbol from its definition: bases, type parameters, fields and methods.
final class ClassCompletion {
    private final ClassSymbol symbol;
    private final Statement.ClassDef definition;
    private final ModuleScope scope;
    private TypeNames names;

    ClassCompletion(ClassSymbol symbol, Statement.ClassDef definition, ModuleScope scope) {
        this.symbol = symbol;
        this.definition = definition;
        this.scope = scope;
        this.names = scope.typeNames();
    }

    void run() {
        List<TypeVariable> parameters =
                new ArrayList<>(Signatures.typeParameters(definition.typeParams(), names));
        names = names.with(parameters);
        List<NominalType> bases = new ArrayList<>();
        for (Expression base : definition.bases()) {
            base(base, bases, parameters);
        }
        parameters.forEach(symbol::typeParameter);
        NominalType self = new NominalType(symbol, List.copyOf(parameters));
        names = names.with(parameters).withSelf(self);
        if (symbol.is(ClassSymbol.Flag.PROTOCOL)) {
            TypeVariable variable =
                    new TypeVariable(
                            "Self", () -> new TypeVariable.Limits(List.of(self), List.of()));
            symbol.self(variable);
            names = names.withSelf(variable);
        }
        bases.forEach(symbol::base);
        bases(bases);
        decorators();
        scope.classes().put(symbol, new ModuleScope.ClassHeader(definition, names));
        for (Statement statement : definition.body()) {
            member(statement);
        }
        if (symbol.is(ClassSymbol.Flag.ENUM)) {
            Type all = scope.session().builtins().type("list", NominalType.open(symbol));
            symbol.field(new FieldSymbol(Enums.MEMBERS, symbol, all, true, true));
        }
        initialised();
    }

    private void base(Expression base, List<NominalType> bases, List<TypeVariable> parameters) {
        Expression head = base instanceof Expression.Subscript s ? s.value() : base;
        Optional<String> name = ModuleScope.nameOf(head);
        Optional<Binding> binding = name.flatMap(scope::lookup);
        if (binding.isPresent() && binding.get() instanceof Binding.SpecialBinding form) {
            switch (form.name()) {
                case "Protocol" -> symbol.flag(ClassSymbol.Flag.PROTOCOL);
                case "ABC" -> symbol.flag(ClassSymbol.Flag.ABSTRACT);
                case "Generic" -> {}
                case "NamedTuple" -> symbol.flag(ClassSymbol.Flag.NAMED_TUPLE);
                default ->
                        scope.problems()
                                .report(
                                        TypeCode.BASES,
                                        base.span(),
                                        "'" + form.name() + "' is no base class here");
            }
            if (base instanceof Expression.Subscript s) {
                List<Expression> arguments =
                        s.slice() instanceof Expression.Tuple t ? t.elts() : List.of(s.slice());
                arguments.forEach(
                        a -> Signatures.mentioned(Annotations.resolve(a, names), parameters));
            }
            return;
        }
        Type type =
                Flags.base(base, scope, symbol).orElseGet(() -> Annotations.resolve(base, names));
        if (type instanceof NominalType n && n.symbol().below(symbol)) {
            scope.problems()
                    .report(
                            TypeCode.BASES,
                            Spans.name(definition),
                            "class '" + symbol.name() + "' is below itself");
        } else if (type instanceof NominalType n && !n.symbol().name().equals("object")) {
            bases.add(n);
            Signatures.mentioned(n, parameters);
        }
    }

    private void bases(List<NominalType> bases) {
        boolean foundClass = false;
        for (NominalType base : bases) {
            boolean protocol = base.symbol().is(ClassSymbol.Flag.PROTOCOL);
            if (base.symbol().is(ClassSymbol.Flag.NAMED_TUPLE)) {
                scope.problems()
                        .report(
                                TypeCode.BASES,
                                Spans.name(definition),
                                "a class below the named tuple '" + base.symbol().name() + "'");
            }
            if (!protocol && foundClass && !scope.nativeModule()) {
                scope.problems()
                        .report(
                                TypeCode.BASES,
                                Spans.name(definition),
                                "class '" + symbol.name() + "' has more than one base class");
            }
            foundClass |= !protocol;
            if (base.symbol().is(ClassSymbol.Flag.EXCEPTION)) {
                symbol.flag(ClassSymbol.Flag.EXCEPTION);
            }
            boolean ofEnum =
                    base.symbol().origin() == Origin.NATIVE
                            && base.symbol().module().name().equals("enum");
            if (ofEnum && !scope.nativeModule()) {
                symbol.flag(ClassSymbol.Flag.ENUM);
            }
            if (base.symbol().is(ClassSymbol.Flag.ENUM)) {
                scope.problems()
                        .report(
                                TypeCode.BASES,
                                Spans.name(definition),
                                "enumeration '" + base.symbol().name() + "' can't be extended");
            }
            boolean open =
                    ofEnum
                            || base.symbol().origin() == Origin.COMPILED
                            || protocol
                            || base.symbol().is(ClassSymbol.Flag.EXCEPTION);
            if (!open && !scope.nativeModule()) {
                scope.problems()
                        .report(
                                TypeCode.BASES,
                                Spans.name(definition),
                                "class '" + base.symbol().name() + "' can't be extended");
            }
        }
        if (symbol.name().equals("BaseException") && scope.nativeModule()) {
            symbol.flag(ClassSymbol.Flag.EXCEPTION);
        }
    }

    private void decorators() {
        for (Expression decorator : definition.decoratorList()) {
            Expression head = decorator instanceof Expression.Call c ? c.func() : decorator;
            String name = ModuleScope.nameOf(head).orElse("");
            switch (name) {
                case "dataclass" -> {
                    symbol.flag(ClassSymbol.Flag.DATACLASS);
                    if (decorator instanceof Expression.Call c && DataclassOptions.of(c).frozen()) {
                        symbol.flag(ClassSymbol.Flag.FROZEN);
                    }
                }
                case "unique" -> {}
                case "final" -> symbol.flag(ClassSymbol.Flag.FINAL);
                case "runtime_checkable" -> {}
                default ->
                        scope.problems()
                                .report(
                                        TypeCode.DECORATOR,
                                        decorator.span(),
                                        "the compiler doesn't know this decorator");
            }
        }
    }

    private void member(Statement statement) {
        if (statement instanceof Statement.FunctionDef f) {
            method(f);
        } else if (statement instanceof Statement.AnnAssign a
                && a.target() instanceof Expression.Name n) {
            declaredField(a, n.id());
        } else if (statement instanceof Statement.Assign a) {
            if (a.targets().getFirst() instanceof Expression.Name n
                    && !n.id().equals("__slots__")
                    && a.targets().size() == 1) {
                if (symbol.is(ClassSymbol.Flag.ENUM) && Enums.isMember(n.id(), a.value())) {
                    enumMember(n, a);
                    return;
                }
                Type type = scope.session().constantType(a.value(), names, symbol);
                field(new FieldSymbol(n.id(), symbol, type, true, false), a.span());
            }
        } else if (!(statement instanceof Statement.Expr || statement instanceof Statement.Pass)) {
            scope.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            statement.span(),
                            "this statement in the body of a class");
        }
    }

    private void enumMember(Expression.Name name, Statement.Assign a) {
        boolean text =
                symbol.superclass().filter(s -> s.symbol().name().equals("StrEnum")).isPresent();
        boolean flag = Enums.below(NominalType.open(symbol), "Flag");
        Expression value =
                flag
                        ? Flags.value(a.value(), symbol.enumMembers(), scope.problems())
                        : Enums.value(
                                name.id(), a.value(), symbol.enumMembers(), text, scope.problems());
        Type type = scope.session().constantType(value, names, symbol);
        boolean number =
                flag
                        || symbol.superclass()
                                .filter(s -> s.symbol().name().equals("IntEnum"))
                                .isPresent();
        Builtins builtins = scope.session().builtins();
        Type wanted = text ? builtins.str() : number ? builtins.integer() : type;
        if (!scope.session().relations().assignable(type, wanted)) {
            scope.problems()
                    .report(
                            TypeCode.MISMATCH,
                            value.span(),
                            "the members have type " + wanted.show() + ", not " + type.show());
        }
        FieldSymbol field =
                new FieldSymbol(name.id(), symbol, NominalType.open(symbol), true, true);
        field(field, a.span());
        symbol.enumMember(new EnumMember(field, value, type));
    }

    private void declaredField(Statement.AnnAssign a, String name) {
        Expression annotation = a.annotation();
        if (Dataclasses.beginsKeywords(a, scope)) {
            return;
        }
        Optional<String> form =
                annotation instanceof Expression.Subscript s
                        ? ModuleScope.nameOf(s.value())
                        : Optional.empty();
        boolean shared = form.equals(Optional.of("ClassVar"));
        boolean fixed =
                isFinal(annotation)
                        || symbol.is(ClassSymbol.Flag.FROZEN)
                        || symbol.is(ClassSymbol.Flag.NAMED_TUPLE);
        boolean record =
                symbol.is(ClassSymbol.Flag.DATACLASS) || symbol.is(ClassSymbol.Flag.NAMED_TUPLE);
        boolean ofClass = shared || (a.value().isPresent() && !record);
        Type type =
                a.value().isPresent() && Annotations.isBareFinal(annotation, names)
                        ? scope.session().constantType(a.value().get(), names, symbol)
                        : Annotations.resolve(annotation, names);
        FieldSymbol field = new FieldSymbol(name, symbol, type, ofClass, fixed);
        if (shared) {
            field.markOfClassAlone();
        }
        field(field, a.span());
    }

    /// Adds a field, unless a base class has the same one.
    private void field(FieldSymbol field, Span span) {
        Optional<Members.Member> above =
                symbol.bases().stream()
                        .filter(b -> !b.symbol().is(ClassSymbol.Flag.PROTOCOL))
                        .flatMap(b -> scope.session().members().find(b, field.name()).stream())
                        .findFirst();
        if (above.isEmpty()) {
            symbol.field(field);
            return;
        }
        Optional<FieldSymbol> again = redefined(field, above.get());
        if (again.isPresent()) {
            symbol.field(again.get());
            return;
        }
        boolean same =
                above.get() instanceof Members.FieldMember f
                        && !f.field().classVariable()
                        && !field.classVariable()
                        && f.field().fixed() == field.fixed()
                        && !SpecialMethods.isPrivate(field.name())
                        && scope.session().relations().same(f.type(), field.type());
        if (!same) {
            symbol.field(field);
            scope.problems()
                    .report(
                            TypeCode.OVERRIDE,
                            span,
                            "'" + field.name() + "' is declared otherwise in a base class",
                            "a property, or a field with another name");
        }
    }

    /// A variable of a class may have another value in a class below; a private name of a base
    /// class is another name.
    private Optional<FieldSymbol> redefined(FieldSymbol field, Members.Member above) {
        if (SpecialMethods.isPrivate(field.name())) {
            return Optional.of(field);
        }
        boolean variable =
                above instanceof Members.FieldMember f
                        && f.field().classVariable()
                        && field.classVariable()
                        && f.field().fixed() == field.fixed()
                        && scope.session().relations().assignable(field.type(), f.type());
        if (!variable) {
            return Optional.empty();
        }
        Members.FieldMember hidden = (Members.FieldMember) above;
        FieldSymbol again =
                new FieldSymbol(field.name(), symbol, hidden.type(), true, field.fixed());
        again.redefines(hidden.field());
        return Optional.of(again);
    }

    private void method(Statement.FunctionDef def) {
        FunctionSymbol.Kind kind = FunctionSymbol.Kind.METHOD;
        Optional<String> alias = Optional.empty();
        for (Expression decorator : def.decoratorList()) {
            if (ClassAliases.of(decorator).isPresent()) {
                alias = ClassAliases.of(decorator);
                continue;
            }
            if (decorator instanceof Expression.Attribute a && a.attr().equals("setter")) {
                kind = FunctionSymbol.Kind.PROPERTY_SETTER;
                continue;
            }
            String name = ModuleScope.nameOf(decorator).orElse("");
            switch (name) {
                case "staticmethod" -> kind = FunctionSymbol.Kind.STATIC_METHOD;
                case "classmethod" -> kind = FunctionSymbol.Kind.CLASS_METHOD;
                case "property" -> kind = FunctionSymbol.Kind.PROPERTY;
                case "abstractmethod", "override", "final", "overload" -> {}
                default ->
                        scope.problems()
                                .report(
                                        TypeCode.DECORATOR,
                                        decorator.span(),
                                        "the compiler doesn't know this decorator");
            }
        }
        String qualified = symbol.qualifiedName() + "." + alias.orElse(def.name());
        FunctionSymbol function =
                Signatures.function(def, qualified, names, Optional.of(symbol), kind);
        alias.ifPresent(name -> alias(function, symbol.ownMethods(name).getFirst(), def));
        if (kind == FunctionSymbol.Kind.PROPERTY_SETTER) {
            symbol.setter(function);
        } else if (!scope.nativeModule() && !symbol.ownMethods(def.name()).isEmpty()) {
            scope.problems()
                    .report(
                            TypeCode.REDEFINED,
                            Spans.name(def),
                            "'" + def.name() + "' is defined twice in this class");
        } else {
            symbol.method(function);
        }
    }

    private void alias(FunctionSymbol function, FunctionSymbol method, Statement.FunctionDef def) {
        function.alias(method);
        boolean above =
                symbol.superclass()
                        .flatMap(b -> scope.session().members().find(b, function.name()))
                        .filter(m ->
                                !(m instanceof Members.MethodMember found)
                                        || found.overloads().getFirst().origin() == Origin.COMPILED)
                        .isPresent();
        boolean literals =
                Stream.concat(
                                def.args().defaults().stream(),
                                def.args().kwDefaults().stream().flatMap(Optional::stream))
                        .allMatch(Expression.Constant.class::isInstance);
        if (above || !literals) {
            scope.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            Spans.name(def),
                            "a second name of a method that "
                                    + (above ? "overrides one" : "has defaults to compute"),
                            "def " + function.name() + "(...): a method that calls it");
        }
    }

    /// Fields that `__init__` sets.
    private void initialised() {
        for (Statement statement : definition.body()) {
            if (statement instanceof Statement.FunctionDef f
                    && f.name().equals("__init__")
                    && !scope.nativeModule()) {
                symbol.initialiser(f);
                fieldsOf(f);
            }
        }
        boolean plain =
                !symbol.is(ClassSymbol.Flag.PROTOCOL) && !symbol.is(ClassSymbol.Flag.NAMED_TUPLE);
        if (plain && !scope.nativeModule()) {
            new MethodFields(symbol, scope, names).add(definition);
        }
        if (symbol.is(ClassSymbol.Flag.DATACLASS)) {
            Dataclasses.addMethods(symbol, definition, names);
        } else if (symbol.is(ClassSymbol.Flag.NAMED_TUPLE)) {
            Dataclasses.addNamedTuple(symbol, definition, names);
        }
    }

    private void fieldsOf(Statement.FunctionDef init) {
        if (init.args().args().isEmpty()) {
            return;
        }
        String self = init.args().args().getFirst().arg();
        for (Statement statement : init.body()) {
            TreeWalk.walk(statement, node -> noteField(node, self, init));
        }
    }

    private void noteField(Ast node, String self, Statement.FunctionDef init) {
        if (node instanceof Statement.AnnAssign a) {
            fieldName(a.target(), self)
                    .ifPresent(name ->
                            field(
                                    new FieldSymbol(
                                            name,
                                            symbol,
                                            fieldType(a, init),
                                            false,
                                            isFinal(a.annotation())),
                                    a.span()));
        } else if (node instanceof Statement.Assign a) {
            a.targets().forEach(t -> fieldTarget(t, self, a.value(), init));
        }
    }

    private Type fieldType(Statement.AnnAssign a, Statement.FunctionDef init) {
        return a.value().isPresent() && Annotations.isBareFinal(a.annotation(), names)
                ? scope.session().initialType(a.value().get(), init, parameters(), symbol, names)
                : Annotations.resolve(a.annotation(), names);
    }

    private void fieldTarget(
            Expression target, String self, Expression value, Statement.FunctionDef init) {
        if (target instanceof Expression.Tuple t) {
            List<Expression> values =
                    value instanceof Expression.Tuple v && v.elts().size() == t.elts().size()
                            ? v.elts()
                            : List.of();
            for (int i = 0; i < t.elts().size(); i++) {
                if (!values.isEmpty()) {
                    fieldTarget(t.elts().get(i), self, values.get(i), init);
                }
            }
            return;
        }
        fieldName(target, self)
                .filter(name -> !inherited(name))
                .ifPresent(name -> {
                    if (symbol.ownField(name).isEmpty()) {
                        Type type =
                                scope.session()
                                        .initialType(value, init, parameters(), symbol, names);
                        field(new FieldSymbol(name, symbol, type, false, false), target.span());
                    }
                });
    }

    /// Those of `__init__`.
    private List<Parameter> parameters() {
        return symbol.ownMethods("__init__").stream()
                .flatMap(f -> f.parameters().stream())
                .toList();
    }

    private boolean inherited(String name) {
        return !SpecialMethods.isPrivate(name)
                && symbol.bases().stream()
                        .anyMatch(b ->
                                scope.session().members().find(b, name).orElse(null)
                                        instanceof Members.FieldMember);
    }

    private static boolean isFinal(Expression annotation) {
        Expression form = annotation instanceof Expression.Subscript s ? s.value() : annotation;
        return ModuleScope.nameOf(form).equals(Optional.of("Final"));
    }

    static Optional<String> fieldName(Expression target, String self) {
        return target instanceof Expression.Attribute a
                        && ModuleScope.nameOf(a.value()).equals(Optional.of(self))
                ? Optional.of(a.attr())
                : Optional.empty();
    }
}
