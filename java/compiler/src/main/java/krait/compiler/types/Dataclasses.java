package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;

/// The methods that `@dataclass` adds. Their bodies are the emitter's: [ClassSymbol#is] DATACLASS
/// and the fields in order say all that is in them.
final class Dataclasses {
    private Dataclasses() {}

    static DataclassOptions options(Statement.ClassDef definition) {
        for (Expression decorator : definition.decoratorList()) {
            if (decorator instanceof Expression.Call c) {
                return DataclassOptions.of(c);
            }
        }
        return DataclassOptions.STANDARD;
    }

    static void addMethods(ClassSymbol symbol, Statement.ClassDef definition, TypeNames names) {
        DataclassOptions options = options(definition);
        Builtins builtins = Annotations.builtins(names);
        Type self = NominalType.open(symbol);
        if (symbol.ownMethods("__init__").isEmpty()) {
            List<Parameter> parameters = parameters(symbol, definition, options, names);
            add(symbol, "__init__", parameters, Type.Simple.NONE, names);
        }
        Parameter other =
                new Parameter(
                        "other",
                        Parameter.Kind.POSITIONAL_ONLY,
                        builtins.type("object"),
                        Optional.empty());
        if (options.eq() && symbol.ownMethods("__eq__").isEmpty()) {
            add(symbol, "__eq__", List.of(other), builtins.bool(), names).markNotImplemented();
        }
        if (options.repr() && symbol.ownMethods("__repr__").isEmpty()) {
            add(symbol, "__repr__", List.of(), builtins.str(), names);
        }
        if (options.eq() && options.frozen() && symbol.ownMethods("__hash__").isEmpty()) {
            add(symbol, "__hash__", List.of(), builtins.integer(), names);
        }
        if (options.order()) {
            Parameter same =
                    new Parameter("other", Parameter.Kind.POSITIONAL_ONLY, self, Optional.empty());
            for (String name : List.of("__lt__", "__le__", "__gt__", "__ge__")) {
                add(symbol, name, List.of(same), builtins.bool(), names);
            }
        }
    }

    private static FunctionSymbol add(
            ClassSymbol symbol,
            String name,
            List<Parameter> parameters,
            Type result,
            TypeNames names) {
        FunctionSymbol method =
                new FunctionSymbol(
                        name,
                        symbol.qualifiedName() + "." + name,
                        names.module().symbol(),
                        Optional.of(symbol),
                        FunctionSymbol.Kind.METHOD,
                        Origin.COMPILED,
                        () -> new Signature(List.of(), parameters, result, Optional.empty()));
        symbol.method(method);
        return method;
    }

    private static List<Parameter> parameters(
            ClassSymbol symbol,
            Statement.ClassDef definition,
            DataclassOptions options,
            TypeNames names) {
        List<Parameter> parameters = new ArrayList<>();
        for (NominalType base : symbol.bases()) {
            if (base.symbol().is(ClassSymbol.Flag.DATACLASS)) {
                Substitution substitution = Substitution.of(base);
                for (Parameter p : base.symbol().ownMethods("__init__").getFirst().parameters()) {
                    parameters.add(
                            new Parameter(
                                    p.name(),
                                    p.kind(),
                                    substitution.apply(p.type()),
                                    p.defaultValue()));
                }
            }
        }
        Parameter.Kind kind =
                options.kwOnly() ? Parameter.Kind.KEYWORD_ONLY : Parameter.Kind.NORMAL;
        for (Statement statement : definition.body()) {
            if (statement instanceof Statement.AnnAssign a
                    && a.target() instanceof Expression.Name n
                    && !symbol.ownField(n.id()).orElseThrow().classVariable()) {
                Type type = symbol.ownField(n.id()).orElseThrow().type();
                Parameter added = new Parameter(n.id(), kind, type, a.value());
                boolean late =
                        !added.hasDefault()
                                && kind == Parameter.Kind.NORMAL
                                && parameters.stream().anyMatch(Parameter::hasDefault);
                if (late) {
                    names.module()
                            .problems()
                            .report(
                                    TypeCode.DATACLASS,
                                    a.span(),
                                    "field '" + n.id() + "' without a default follows one with");
                }
                parameters.removeIf(p -> p.name().equals(added.name()));
                parameters.add(added);
            }
        }
        return List.copyOf(parameters);
    }
}
