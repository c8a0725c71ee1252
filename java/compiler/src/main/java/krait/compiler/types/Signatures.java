package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.TypeParam;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Reads how functions are called from their definitions.
final class Signatures {
    private Signatures() {}

    /// The symbol of a `def`; its signature is read when somebody asks.
    static FunctionSymbol function(
            Statement.FunctionDef def,
            String qualifiedName,
            TypeNames names,
            Optional<ClassSymbol> owner,
            FunctionSymbol.Kind kind) {
        ModuleSymbol module = names.module().symbol();
        boolean generator = Yields.in(def.body());
        FunctionSymbol symbol =
                new FunctionSymbol(
                        def.name(),
                        qualifiedName,
                        module,
                        owner,
                        kind,
                        module.origin(),
                        () -> signature(def, names, kind, generator));
        if (generator) {
            symbol.markGenerator();
            if (Yields.guarded(def.body())) {
                symbol.markCleansUp();
            }
        }
        if (def.decoratorList().stream()
                .anyMatch(d -> ModuleScope.nameOf(d).equals(Optional.of("abstractmethod")))) {
            symbol.markAbstract();
        }
        if (def.returns().flatMap(ModuleScope::nameOf).equals(Optional.of("Self"))) {
            symbol.markReturnsSelf();
        }
        PackedArguments.of(def).ifPresent(p -> symbol.packed(() -> Annotations.resolve(p, names)));
        if (Yields.returnsNotImplemented(def.body())) {
            symbol.markNotImplemented();
        }
        return symbol;
    }

    private static Signature signature(
            Statement.FunctionDef def,
            TypeNames outer,
            FunctionSymbol.Kind kind,
            boolean generator) {
        List<TypeVariable> own = new ArrayList<>(typeParameters(def.typeParams(), outer));
        TypeNames names = outer.with(own);
        Ast.Arguments args = def.args();
        List<Ast.Arg> positional = new ArrayList<>(args.posonlyargs());
        positional.addAll(args.args());
        boolean receiver = kind.takesSelf() || kind == FunctionSymbol.Kind.CLASS_METHOD;
        int skipped = receiver ? 1 : 0;
        List<Parameter> parameters = new ArrayList<>();
        int withoutDefault = positional.size() - args.defaults().size();
        for (int i = skipped; i < positional.size(); i++) {
            Optional<Expression> defaultValue =
                    i < withoutDefault
                            ? Optional.empty()
                            : Optional.of(args.defaults().get(i - withoutDefault));
            Parameter.Kind each =
                    i < args.posonlyargs().size()
                            ? Parameter.Kind.POSITIONAL_ONLY
                            : Parameter.Kind.NORMAL;
            parameters.add(parameter(positional.get(i), each, defaultValue, names));
        }
        args.vararg()
                .ifPresent(a ->
                        parameters.add(parameter(a, Parameter.Kind.REST, Optional.empty(), names)));
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            parameters.add(
                    parameter(
                            args.kwonlyargs().get(i),
                            Parameter.Kind.KEYWORD_ONLY,
                            args.kwDefaults().get(i),
                            names));
        }
        args.kwarg()
                .ifPresent(a ->
                        parameters.add(
                                parameter(a, Parameter.Kind.KEYWORDS, Optional.empty(), names)));
        Optional<Type> self =
                receiver && !positional.isEmpty()
                        ? positional.getFirst().annotation().map(a -> Annotations.resolve(a, names))
                        : Optional.empty();
        Type result = result(def, names, generator);
        collectOldStyle(parameters, result, names, own);
        return new Signature(List.copyOf(own), List.copyOf(parameters), result, self);
    }

    private static Type result(Statement.FunctionDef def, TypeNames names, boolean generator) {
        if (def.returns().isPresent()) {
            return Annotations.resolve(def.returns().get(), names);
        }
        if (generator || Yields.returnsValue(def.body())) {
            return names.module()
                    .problems()
                    .report(
                            TypeCode.RESULT_UNANNOTATED,
                            Spans.name(def),
                            "the result of '" + def.name() + "' has no type",
                            "def " + def.name() + "(...) -> TYPE:");
        }
        return Simple.NONE;
    }

    private static Parameter parameter(
            Ast.Arg arg, Parameter.Kind kind, Optional<Expression> defaultValue, TypeNames names) {
        Type type =
                arg.annotation().isPresent()
                        ? Annotations.resolve(arg.annotation().get(), names)
                        : names.module()
                                .problems()
                                .report(
                                        TypeCode.PARAMETER_UNANNOTATED,
                                        arg.span(),
                                        "parameter '" + arg.arg() + "' has no type",
                                        arg.arg() + ": TYPE");
        Builtins builtins = Annotations.builtins(names);
        if (kind == Parameter.Kind.REST) {
            type = builtins.type("tuple", type);
        } else if (kind == Parameter.Kind.KEYWORDS) {
            type = builtins.type("dict", builtins.str(), type);
        }
        return new Parameter(arg.arg(), kind, type, defaultValue);
    }

    /// Type variables made by `TypeVar(...)` belong to the function whose signature mentions them.
    private static void collectOldStyle(
            List<Parameter> parameters, Type result, TypeNames names, List<TypeVariable> own) {
        List<TypeVariable> found = new ArrayList<>();
        parameters.forEach(p -> mentioned(p.type(), found));
        mentioned(result, found);
        for (TypeVariable variable : found) {
            if (!own.contains(variable) && !names.variables().containsValue(variable)) {
                own.add(variable);
            }
        }
    }

    /// All type variables of a type, in order.
    static void mentioned(Type type, List<TypeVariable> found) {
        switch (type) {
            case NominalType t -> t.arguments().forEach(a -> mentioned(a, found));
            case Type.TupleType t -> t.elements().forEach(a -> mentioned(a, found));
            case Type.UnionType t -> t.members().forEach(a -> mentioned(a, found));
            case Type.CallableType t -> {
                t.parameters().forEach(a -> mentioned(a, found));
                mentioned(t.result(), found);
            }
            case Type.ClassObjectType t -> mentioned(t.instance(), found);
            case TypeVariable t -> {
                if (!found.contains(t)) {
                    found.add(t);
                }
            }
            case AliasType t -> {}
            case Type.ModuleType t -> {}
            case Simple t -> {}
        }
    }

    /// Type parameters in brackets (PEP 695).
    static List<TypeVariable> typeParameters(List<TypeParam> written, TypeNames outer) {
        List<TypeVariable> made = new ArrayList<>();
        for (TypeParam each : written) {
            if (each instanceof TypeParam.TypeVar variable) {
                made.add(
                        new TypeVariable(
                                variable.name(),
                                () -> limits(variable.bound(), outer.with(List.copyOf(made)))));
            } else if (each instanceof TypeParam.ParamSpec whole) {
                made.add(TypeVariable.paramSpec(whole.name()));
            } else {
                outer.module()
                        .problems()
                        .report(TypeCode.UNSUPPORTED, each.span(), "parameters for many types");
            }
        }
        return List.copyOf(made);
    }

    private static TypeVariable.Limits limits(Optional<Expression> bound, TypeNames names) {
        if (bound.isEmpty()) {
            return new TypeVariable.Limits(List.of(), List.of());
        }
        if (bound.get() instanceof Expression.Tuple constraints) {
            return new TypeVariable.Limits(
                    List.of(),
                    constraints.elts().stream().map(e -> Annotations.resolve(e, names)).toList());
        }
        return new TypeVariable.Limits(List.of(Annotations.resolve(bound.get(), names)), List.of());
    }

    /// `T = TypeVar("T", ...)`.
    static TypeVariable typeVar(Expression.Call call, ModuleScope scope) {
        String name = "T";
        if (!call.args().isEmpty()
                && call.args().getFirst() instanceof Expression.Constant c
                && c.value() instanceof Literal.Str s) {
            name = s.text();
        }
        List<Expression> constraints = call.args().subList(1, call.args().size());
        Optional<Expression> bound =
                call.keywords().stream()
                        .filter(k -> k.arg().equals(Optional.of("bound")))
                        .map(Ast.Keyword::value)
                        .findFirst();
        TypeNames names = new TypeNames(scope, Map.of(), Optional.empty());
        return new TypeVariable(
                name,
                () ->
                        constraints.isEmpty()
                                ? limits(bound, names)
                                : new TypeVariable.Limits(
                                        List.of(),
                                        constraints.stream()
                                                .map(e -> Annotations.resolve(e, names))
                                                .toList()));
    }
}
