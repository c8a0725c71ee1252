package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.ParseResult;
import krait.compiler.syntax.Parser;
import krait.compiler.syntax.Statement;
import krait.compiler.types.ModuleScope.TypeNames;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;

/// Reads types as programs write them.
final class Annotations {
    private final TypeNames names;

    private Annotations(TypeNames names) {
        this.names = names;
    }

    /// The type, or an error that was reported.
    static Type resolve(Expression annotation, TypeNames names) {
        return new Annotations(names).type(annotation);
    }

    static Builtins builtins(TypeNames names) {
        return names.module().session().builtins();
    }

    private Type type(Expression e) {
        if (e instanceof Expression.Name n) {
            return named(n.id(), n.span());
        }
        if (e instanceof Expression.Constant c) {
            return constant(c);
        }
        if (e instanceof Expression.BinOp b && b.op() == Operator.BIT_OR) {
            return Relations.union(type(b.left()), type(b.right()));
        }
        if (e instanceof Expression.Subscript s) {
            return subscript(s);
        }
        return e instanceof Expression.Attribute a ? attribute(a) : notAType(e.span());
    }

    private Type notAType(Span span) {
        return names.module().problems().report(TypeCode.NOT_A_TYPE, span, "this is no type");
    }

    private Type constant(Expression.Constant c) {
        if (c.value() == Literal.Singleton.NONE) {
            return Simple.NONE;
        }
        if (c.value() instanceof Literal.Str text
                && Parser.parse(Source.of("annotation", text.text() + "\n"))
                        instanceof ParseResult.Parsed parsed
                && parsed.module().body().size() == 1
                && parsed.module().body().getFirst() instanceof Statement.Expr expr) {
            return type(expr.value());
        }
        return notAType(c.span());
    }

    private Type named(String name, Span span) {
        TypeVariable variable = names.variables().get(name);
        if (variable != null) {
            return variable;
        }
        Optional<Binding.AliasBinding> same = names.module().typeNamed(name);
        if (same.isPresent()) {
            return alias(same.get(), List.of(), span);
        }
        Optional<Binding> binding = names.module().lookup(name);
        if (binding.isEmpty()) {
            return names.module()
                    .problems()
                    .report(TypeCode.UNDEFINED, span, "name '" + name + "' is not defined");
        }
        return bound(binding.get(), List.of(), span);
    }

    private Type attribute(Expression.Attribute a) {
        boolean arguments = a.attr().equals("args") || a.attr().equals("kwargs");
        if (arguments && a.value() instanceof Expression.Name n && wholeSignature(n).isPresent()) {
            return builtins(names).type("object");
        }
        if (a.value() instanceof Expression.Name n
                && names.module().lookup(n.id()).orElse(null)
                        instanceof Binding.ModuleBinding module) {
            Optional<Binding.AliasBinding> same = module.module().typeNamed(a.attr());
            if (same.isPresent()) {
                return alias(same.get(), List.of(), a.span());
            }
            Optional<Binding> binding = module.module().find(a.attr());
            if (binding.isPresent()) {
                return bound(binding.get(), List.of(), a.span());
            }
        }
        return notAType(a.span());
    }

    private Type bound(Binding binding, List<Expression> arguments, Span span) {
        return switch (binding) {
            case Binding.ClassBinding c -> nominal(c.symbol(), arguments, span);
            case Binding.TypeVariableBinding v -> v.variable();
            case Binding.AliasBinding a -> alias(a, arguments, span);
            case Binding.SpecialBinding s -> special(s.name(), arguments, span);
            case Binding.VariableBinding v ->
                    v.variable().type() == Simple.ERROR ? Simple.ERROR : notAType(span);
            case Binding.FunctionBinding f -> notAType(span);
            case Binding.ModuleBinding m -> notAType(span);
            case Binding.FieldBinding f -> notAType(span);
        };
    }

    /// Whether an annotation says that a name is set once, and nothing of its type.
    static boolean isBareFinal(Expression annotation, TypeNames names) {
        return annotation instanceof Expression.Name n
                && names.module()
                        .lookup(n.id())
                        .equals(Optional.of(new Binding.SpecialBinding("Final")));
    }

    private Type alias(Binding.AliasBinding alias, List<Expression> arguments, Span span) {
        AliasType name = alias.type();
        if (name.resolving()) {
            return alias.parameters().isEmpty()
                    ? name
                    : names.module()
                            .problems()
                            .report(
                                    TypeCode.UNSUPPORTED,
                                    span,
                                    "a generic name for a type that mentions itself");
        }
        if (!name.resolved()) {
            name.begin();
            Type found = resolve(alias.target(), alias.home().typeNames().with(alias.parameters()));
            name.end(Relations.members(found).contains(name) ? notAType(span) : found);
        }
        Map<TypeVariable, Type> map = new HashMap<>();
        for (int i = 0; i < arguments.size() && i < alias.parameters().size(); i++) {
            map.put(alias.parameters().get(i), type(arguments.get(i)));
        }
        return new Substitution(map).apply(name.target());
    }

    private Type nominal(ClassSymbol symbol, List<Expression> arguments, Span span) {
        if (symbol == builtins(names).symbol("type") && arguments.size() == 1) {
            return type(arguments.getFirst()) instanceof NominalType n
                    ? new ClassObjectType(n)
                    : notAType(span);
        }
        int wanted = symbol.typeParameters().size();
        if (wanted != arguments.size()) {
            return names.module()
                    .problems()
                    .report(
                            TypeCode.TYPE_ARGUMENTS,
                            span,
                            "class "
                                    + symbol.name()
                                    + " has "
                                    + (wanted == 0 ? "no" : String.valueOf(wanted))
                                    + " type parameter"
                                    + (wanted == 1 ? "" : "s"),
                            wanted == 0 ? symbol.name() : symbol.name() + "[TYPE]");
        }
        List<Type> types = arguments.stream().map(this::type).toList();
        if (types.contains(Simple.ERROR)) {
            return Simple.ERROR;
        }
        NominalType made = new NominalType(symbol, types);
        names.module().session().later(() -> limits(made, span));
        return made;
    }

    private void limits(NominalType type, Span span) {
        Relations relations = names.module().session().relations();
        Substitution substitution = Substitution.of(type);
        List<TypeVariable> parameters = type.symbol().typeParameters();
        for (int i = 0; i < parameters.size() && i < type.arguments().size(); i++) {
            Type argument = type.arguments().get(i);
            relations
                    .outside(parameters.get(i), argument, substitution)
                    .ifPresent(limit ->
                            names.module()
                                    .problems()
                                    .report(
                                            TypeCode.TYPE_ARGUMENTS,
                                            span,
                                            "the type argument is "
                                                    + limit
                                                    + ", not "
                                                    + argument.show(),
                                            type.symbol().name() + "[" + limit + "]"));
        }
    }

    private Type subscript(Expression.Subscript s) {
        List<Expression> arguments =
                s.slice() instanceof Expression.Tuple t ? t.elts() : List.of(s.slice());
        Optional<Binding> binding = Optional.empty();
        if (s.value() instanceof Expression.Name n) {
            binding = names.module().lookup(n.id());
        } else if (s.value() instanceof Expression.Attribute a
                && a.value() instanceof Expression.Name n
                && names.module().lookup(n.id()).orElse(null)
                        instanceof Binding.ModuleBinding module) {
            binding = module.module().find(a.attr());
        }
        if (binding.isEmpty()) {
            return notAType(s.span());
        }
        if (binding.get() instanceof Binding.ClassBinding c
                && c.symbol() == builtins(names).symbol("tuple")) {
            return tuple(arguments);
        }
        return bound(binding.get(), arguments, s.span());
    }

    private Type tuple(List<Expression> arguments) {
        if (arguments.size() == 2 && ellipsis(arguments.get(1))) {
            return builtins(names).type("tuple", type(arguments.getFirst()));
        }
        List<Type> types = arguments.stream().map(this::type).toList();
        return types.contains(Simple.ERROR) ? Simple.ERROR : new TupleType(types);
    }

    private static boolean ellipsis(Expression e) {
        return e instanceof Expression.Constant c && c.value() == Literal.Singleton.ELLIPSIS;
    }

    private Type special(String form, List<Expression> arguments, Span span) {
        return switch (form) {
            case "Any" ->
                    names.module().problems().report(TypeCode.ANY, span, "a value of unknown type");
            case "Never", "NoReturn" -> Simple.NEVER;
            case "Self" -> names.self().orElseGet(() -> notAType(span));
            case "Optional" ->
                    arguments.size() == 1
                            ? Relations.union(type(arguments.getFirst()), Simple.NONE)
                            : notAType(span);
            case "Union" -> Relations.union(arguments.stream().map(this::type).toList());
            case "Final", "ClassVar" ->
                    arguments.size() == 1 ? type(arguments.getFirst()) : notAType(span);
            case "Callable" -> callable(arguments, span);
            case "Literal" -> Relations.union(arguments.stream().map(this::literal).toList());
            default -> notAType(span);
        };
    }

    /// The type of a value in `Literal[...]`: the values themselves bind nothing at run time.
    private Type literal(Expression e) {
        if (e instanceof Expression.Attribute a) {
            return type(a.value());
        }
        if (e instanceof Expression.UnaryOp) {
            return builtins(names).integer();
        }
        return switch (e instanceof Expression.Constant c
                ? c.value()
                : Literal.Singleton.ELLIPSIS) {
            case Literal.Str _ -> builtins(names).str();
            case Literal.Int _ -> builtins(names).integer();
            case Literal.Bytes _ -> builtins(names).type("bytes");
            case Literal.Singleton s when s == Literal.Singleton.NONE -> Simple.NONE;
            case Literal.Singleton s when s != Literal.Singleton.ELLIPSIS -> builtins(names).bool();
            case Literal.Singleton _, Literal.Real _, Literal.Imaginary _ -> notAType(e.span());
        };
    }

    /// The ParamSpec of a name.
    private Optional<TypeVariable> wholeSignature(Expression.Name name) {
        TypeVariable variable = names.variables().get(name.id());
        if (variable == null
                && names.module().lookup(name.id()).orElse(null)
                        instanceof Binding.TypeVariableBinding v) {
            variable = v.variable();
        }
        return Optional.ofNullable(variable).filter(TypeVariable::wholeSignature);
    }

    private Type callable(List<Expression> arguments, Span span) {
        if (arguments.size() == 2
                && arguments.getFirst() instanceof Expression.Name n
                && wholeSignature(n).isPresent()) {
            return new CallableType(List.of(wholeSignature(n).get()), type(arguments.get(1)));
        }
        if (arguments.size() != 2 || !(arguments.getFirst() instanceof Expression.List given)) {
            return names.module()
                    .problems()
                    .report(
                            TypeCode.TYPE_ARGUMENTS,
                            span,
                            "Callable needs its parameters and its result",
                            "Callable[[int, str], bool]");
        }
        List<Type> parameters = new ArrayList<>();
        given.elts().forEach(e -> parameters.add(type(e)));
        Type result = type(arguments.get(1));
        return parameters.contains(Simple.ERROR) || result == Simple.ERROR
                ? Simple.ERROR
                : new CallableType(List.copyOf(parameters), result);
    }
}
