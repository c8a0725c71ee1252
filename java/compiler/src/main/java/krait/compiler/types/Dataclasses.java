package krait.compiler.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;

/// The methods that `@dataclass` adds. Their bodies are the emitter's: [ClassSymbol#dataFields()]
/// says all that is in them.
final class Dataclasses {
    private static final String FACTORY = "factory$";

    private final ClassSymbol symbol;
    private final Statement.ClassDef definition;
    private final TypeNames names;
    private final DataclassOptions options;

    private Dataclasses(ClassSymbol symbol, Statement.ClassDef definition, TypeNames names) {
        this.symbol = symbol;
        this.definition = definition;
        this.names = names;
        this.options = options(definition);
    }

    static DataclassOptions options(Statement.ClassDef definition) {
        for (Expression decorator : definition.decoratorList()) {
            if (decorator instanceof Expression.Call c) {
                return DataclassOptions.of(c);
            }
        }
        return DataclassOptions.STANDARD;
    }

    static void addMethods(ClassSymbol symbol, Statement.ClassDef definition, TypeNames names) {
        new Dataclasses(symbol, definition, names).addMethods();
    }

    /// The fields of a NamedTuple are the items of a tuple.
    static void addNamedTuple(ClassSymbol symbol, Statement.ClassDef definition, TypeNames names) {
        Dataclasses added = new Dataclasses(symbol, definition, names);
        List<DataField> fields = added.fields();
        symbol.dataFields(fields);
        Builtins builtins = Annotations.builtins(names);
        List<Type> types = fields.stream().map(f -> f.field().type()).toList();
        symbol.base(builtins.tupleOf(new Type.TupleType(types)));
        List<Parameter> parameters = added.parameters(fields);
        added.add("__init__", parameters, Type.Simple.NONE);
        added.add("__repr__", List.of(), builtins.str());
        Optional<Expression> kept =
                Optional.of(
                        new Expression.Constant(
                                Literal.Singleton.ELLIPSIS, Optional.empty(), definition.span()));
        added.add(
                "_replace",
                parameters.stream()
                        .map(p ->
                                new Parameter(
                                        p.name(), Parameter.Kind.KEYWORD_ONLY, p.type(), kept))
                        .toList(),
                NominalType.open(symbol));
    }

    private void addMethods() {
        List<DataField> fields = fields();
        symbol.dataFields(fields);
        Builtins builtins = Annotations.builtins(names);
        if (symbol.ownMethods("__init__").isEmpty()) {
            add("__init__", parameters(fields), Type.Simple.NONE);
        }
        Parameter other =
                new Parameter(
                        "other",
                        Parameter.Kind.POSITIONAL_ONLY,
                        builtins.type("object"),
                        Optional.empty());
        if (options.eq() && symbol.ownMethods("__eq__").isEmpty()) {
            add("__eq__", List.of(other), builtins.bool()).markNotImplemented();
        }
        if (options.repr() && symbol.ownMethods("__repr__").isEmpty()) {
            add("__repr__", List.of(), builtins.str());
        }
        if (options.eq() && options.frozen() && symbol.ownMethods("__hash__").isEmpty()) {
            add("__hash__", List.of(), builtins.integer());
        }
        if (options.order()) {
            Parameter same =
                    new Parameter(
                            "other",
                            Parameter.Kind.POSITIONAL_ONLY,
                            NominalType.open(symbol),
                            Optional.empty());
            for (String name : List.of("__lt__", "__le__", "__gt__", "__ge__")) {
                add(name, List.of(same), builtins.bool());
            }
        }
    }

    private FunctionSymbol add(String name, List<Parameter> parameters, Type result) {
        return add(name, FunctionSymbol.Kind.METHOD, parameters, result);
    }

    private FunctionSymbol add(
            String name, FunctionSymbol.Kind kind, List<Parameter> parameters, Type result) {
        FunctionSymbol method =
                new FunctionSymbol(
                        name,
                        symbol.qualifiedName() + "." + name,
                        names.module().symbol(),
                        Optional.of(symbol),
                        kind,
                        Origin.COMPILED,
                        () -> new Signature(List.of(), parameters, result, Optional.empty()));
        method.markOfDataclass();
        symbol.method(method);
        return method;
    }

    /// Whether this is `_: KW_ONLY`: the fields below are given by keyword.
    static boolean beginsKeywords(Statement.AnnAssign declared, ModuleScope scope) {
        return declared.annotation() instanceof Expression.Name n
                && scope.lookup(n.id()).equals(Optional.of(new Binding.SpecialBinding("KW_ONLY")));
    }

    /// Inherited ones first; one that is declared again keeps its place.
    private List<DataField> fields() {
        Map<String, DataField> fields = new LinkedHashMap<>();
        for (NominalType base : symbol.bases()) {
            base.symbol().dataFields().forEach(f -> fields.put(f.field().name(), f));
        }
        boolean keywords = options.kwOnly();
        boolean marked = false;
        for (Statement statement : definition.body()) {
            if (statement instanceof Statement.AnnAssign a
                    && a.target() instanceof Expression.Name n) {
                boolean mark = beginsKeywords(a, names.module());
                if (mark && marked) {
                    names.module()
                            .problems()
                            .report(TypeCode.DATACLASS, a.span(), "KW_ONLY stands here twice");
                }
                marked |= mark;
                keywords |= mark;
                boolean keywordOnly = keywords;
                symbol.ownField(n.id())
                        .filter(field -> !field.classVariable())
                        .ifPresent(field -> fields.put(n.id(), field(field, a, keywordOnly)));
            }
        }
        return List.copyOf(fields.values());
    }

    private DataField field(FieldSymbol field, Statement.AnnAssign declared, boolean keywordOnly) {
        if (!(declared.value().orElse(null) instanceof Expression.Call call)
                || !ModuleScope.nameOf(call.func()).equals(Optional.of("field"))) {
            return new DataField(
                    field, true, keywordOnly, true, true, declared.value(), Optional.empty());
        }
        boolean initialised = flag(call, "init", true);
        Optional<Expression> value = keyword(call, "default");
        Optional<FunctionSymbol> factory =
                keyword(call, "default_factory")
                        .map(_ ->
                                add(
                                        FACTORY + field.name(),
                                        FunctionSymbol.Kind.STATIC_METHOD,
                                        List.of(),
                                        field.type()));
        if (!initialised && value.isEmpty() && factory.isEmpty() && !setLater(field.name())) {
            names.module()
                    .problems()
                    .report(
                            TypeCode.DATACLASS,
                            declared.span(),
                            "field '" + field.name() + "' gets no value",
                            "set it in __post_init__");
        }
        return new DataField(
                field,
                initialised,
                flag(call, "kw_only", keywordOnly),
                flag(call, "repr", true),
                flag(call, "compare", true),
                value,
                factory);
    }

    /// Whether `__post_init__` sets a field, whatever happens in it.
    private boolean setLater(String field) {
        return definition.body().stream()
                .filter(Statement.FunctionDef.class::isInstance)
                .map(Statement.FunctionDef.class::cast)
                .filter(f -> f.name().equals("__post_init__"))
                .flatMap(f -> f.body().stream())
                .anyMatch(s -> sets(s, field));
    }

    private static boolean sets(Statement statement, String field) {
        if (statement instanceof Statement.Expr e && e.value() instanceof Expression.Call c) {
            return c.func() instanceof Expression.Attribute a
                    && a.attr().equals("__setattr__")
                    && c.args().size() == 3
                    && c.args().get(1) instanceof Expression.Constant name
                    && name.value().equals(new Literal.Str(field));
        }
        return statement instanceof Statement.Assign a
                && a.targets().getFirst() instanceof Expression.Attribute target
                && target.attr().equals(field);
    }

    private static Optional<Expression> keyword(Expression.Call call, String name) {
        return call.keywords().stream()
                .filter(keyword -> keyword.arg().equals(Optional.of(name)))
                .map(Ast.Keyword::value)
                .findFirst();
    }

    private static boolean flag(Expression.Call call, String name, boolean otherwise) {
        return keyword(call, name)
                .filter(Expression.Constant.class::isInstance)
                .map(value -> ((Expression.Constant) value).value() == Literal.Singleton.TRUE)
                .orElse(otherwise);
    }

    private List<Parameter> parameters(List<DataField> fields) {
        List<Parameter> parameters = new ArrayList<>();
        List<Parameter> keywordOnly = new ArrayList<>();
        for (DataField each : fields) {
            if (!each.initialised()) {
                continue;
            }
            Type type = type(each.field());
            Optional<Expression> value = each.defaultValue();
            if (each.factory().isPresent()) {
                value = factory(each.field());
            }
            String name = each.field().name();
            if (each.keywordOnly()) {
                keywordOnly.add(new Parameter(name, Parameter.Kind.KEYWORD_ONLY, type, value));
                continue;
            }
            if (!each.hasDefault() && parameters.stream().anyMatch(Parameter::hasDefault)) {
                names.module()
                        .problems()
                        .report(
                                TypeCode.DATACLASS,
                                place(name).map(Ast::span).orElse(definition.span()),
                                "field '" + name + "' without a default follows one with");
            }
            parameters.add(new Parameter(name, Parameter.Kind.NORMAL, type, value));
        }
        parameters.addAll(keywordOnly);
        return List.copyOf(parameters);
    }

    private Type type(FieldSymbol field) {
        for (NominalType base : symbol.bases()) {
            if (field.owner() != symbol && base.symbol().inherits(field.owner())) {
                return Substitution.of(base).apply(field.type());
            }
        }
        return field.type();
    }

    private Optional<Statement.AnnAssign> place(String name) {
        return definition.body().stream()
                .filter(Statement.AnnAssign.class::isInstance)
                .map(Statement.AnnAssign.class::cast)
                .filter(a -> a.target() instanceof Expression.Name n && n.id().equals(name))
                .findFirst();
    }

    private Optional<Expression> factory(FieldSymbol field) {
        return field.owner() == symbol
                ? place(field.name()).flatMap(Statement.AnnAssign::value)
                : field.owner().dataFields().stream()
                        .filter(each -> each.field() == field)
                        .flatMap(each -> inheritedFactory(each).stream())
                        .findFirst();
    }

    private static Optional<Expression> inheritedFactory(DataField field) {
        return field.field().owner().ownMethods("__init__").stream()
                .flatMap(init -> init.parameters().stream())
                .filter(parameter -> parameter.name().equals(field.field().name()))
                .flatMap(parameter -> parameter.defaultValue().stream())
                .findFirst();
    }

    /// The definition of a factory's method: it returns what the factory gives.
    static Optional<Statement.FunctionDef> factory(
            FunctionSymbol method, Statement.ClassDef definition) {
        if (!method.name().startsWith(FACTORY)) {
            return Optional.empty();
        }
        String name = method.name().substring(FACTORY.length());
        return definition.body().stream()
                .filter(s ->
                        s instanceof Statement.AnnAssign a
                                && a.target() instanceof Expression.Name n
                                && n.id().equals(name))
                .map(s -> (Statement.AnnAssign) s)
                .flatMap(a -> a.value().stream())
                .flatMap(value -> keyword((Expression.Call) value, "default_factory").stream())
                .map(factory -> definition(method.name(), factory))
                .findFirst();
    }

    private static Statement.FunctionDef definition(String name, Expression factory) {
        Expression call = new Expression.Call(factory, List.of(), List.of(), factory.span());
        Ast.Arguments none =
                new Ast.Arguments(
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        factory.span());
        return new Statement.FunctionDef(
                name,
                none,
                List.of(new Statement.Return(Optional.of(call), factory.span())),
                List.of(),
                Optional.empty(),
                List.of(),
                factory.span());
    }
}
