package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.CallableType;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import org.jspecify.annotations.Nullable;

/// What stands behind a dot, and functions and classes as values.
final class Attributes {
    /// What an exception knows of others.
    private static final Set<String> CHAINED =
            Set.of("__context__", "__cause__", "__traceback__", "exceptions");

    private final Body body;

    Attributes(Body body) {
        this.body = body;
    }

    /// What a dotted name without objects stands for, such as `math.pi`.
    Optional<Binding> ofModule(Expression.Attribute a) {
        return module(a.value()).flatMap(m -> of(m, a.attr()));
    }

    private Optional<Binding> of(ModuleScope module, String name) {
        Optional<Binding> own = module.find(name);
        if (own.isPresent()) {
            return own;
        }
        String below = module.symbol().name() + "." + name;
        return body.names().module().dotted().stream()
                        .anyMatch(d -> d.equals(below) || d.startsWith(below + "."))
                ? body.session().library().module(below).map(Binding.ModuleBinding::new)
                : Optional.empty();
    }

    /// The module that an expression names.
    private Optional<ModuleScope> module(Expression e) {
        Optional<Binding> binding = Optional.empty();
        if (e instanceof Expression.Name n) {
            binding = body.find(n).map(Scope.Found::binding);
        } else if (e instanceof Expression.Attribute a) {
            binding = ofModule(a);
        }
        return binding.isPresent() && binding.get() instanceof Binding.ModuleBinding m
                ? Optional.of(m.module())
                : Optional.empty();
    }

    boolean onModule(Expression.Attribute a) {
        return module(a.value()).isPresent();
    }

    TypedExpression read(Expression.Attribute a, @Nullable Type expected) {
        if (onModule(a)) {
            return moduleMember(a, expected);
        }
        Optional<ClassSymbol> owner = classOf(a.value());
        if (owner.isPresent()) {
            return classMember(owner.get(), a, expected);
        }
        TypedExpression object = body.expressions().object(a.value());
        return member(object, a, expected);
    }

    private TypedExpression moduleMember(Expression.Attribute a, @Nullable Type expected) {
        Optional<Binding> binding = ofModule(a);
        if (binding.isEmpty()) {
            return body.refuse(
                    TypeCode.IMPORT_NAME, a.span(), "the module has no '" + a.attr() + "' here");
        }
        return switch (binding.get()) {
            case Binding.VariableBinding v -> moduleVariable(v.variable(), a);
            case Binding.FunctionBinding f ->
                    functionValue(
                            f.overloads(), Substitution.NONE, Optional.empty(), a.span(), expected);
            case Binding.ClassBinding c -> classValue(c.symbol(), a, expected);
            case Binding.FieldBinding _,
                    Binding.ModuleBinding _,
                    Binding.TypeVariableBinding _,
                    Binding.AliasBinding _,
                    Binding.SpecialBinding _ ->
                    body.refuse(TypeCode.NOT_A_VALUE, a.span(), "this is no value");
        };
    }

    private TypedExpression moduleVariable(Variable variable, Expression.Attribute a) {
        if (!module(a.value()).orElseThrow().boundAtEnd(variable)) {
            return body.refuse(
                    TypeCode.UNASSIGNED,
                    a.span(),
                    "'" + a.attr() + "' may have no value in that module");
        }
        return body.expressions().variable(variable, false, a.span());
    }

    /// The class that an expression names.
    Optional<ClassSymbol> classOf(Expression e) {
        Optional<Binding> binding = Optional.empty();
        if (e instanceof Expression.Name n) {
            binding = body.find(n).map(Scope.Found::binding);
            if (binding.orElse(null) instanceof Binding.ClassBinding c) {
                body.boundNames().classDefined(c.variable(), e.span());
            } else if (binding.orElse(null) instanceof Binding.VariableBinding v) {
                return named(n, v.variable());
            }
        } else if (e instanceof Expression.Attribute a) {
            binding = ofModule(a);
        } else if (e instanceof Expression.Subscript s) {
            return classOf(s.value()).filter(symbol -> !symbol.is(ClassSymbol.Flag.ENUM));
        }
        return binding.isPresent() && binding.get() instanceof Binding.ClassBinding c
                ? Optional.of(c.symbol())
                : Optional.empty();
    }

    /// The class that a variable stands for which is given it once and has it by now.
    private Optional<ClassSymbol> named(Expression.Name n, Variable variable) {
        boolean given =
                variable.kind() == Variable.Kind.GLOBAL
                        && body.names().module().typeNamed(n.id()).isPresent()
                        && !body.boundNames().mayBeUnbound(variable, false);
        return given
                        && Annotations.resolve(n, body.names()) instanceof NominalType type
                        && type.arguments().isEmpty()
                ? Optional.of(type.symbol())
                : Optional.empty();
    }

    /// The class of an object, as far as it is known when compiling.
    TypedExpression classOf(TypedExpression object, Span span) {
        NominalType instance =
                object.type() instanceof NominalType n ? n : body.builtins().type("object");
        body.session().lives().harmless(body, object);
        return object.type() == Simple.ERROR
                ? Body.error(span)
                : new TypedExpression.ClassOf(object, new ClassObjectType(instance), span);
    }

    private TypedExpression classMember(
            ClassSymbol owner, Expression.Attribute a, @Nullable Type expected) {
        NominalType type = NominalType.open(owner);
        Optional<Members.Member> member = body.members().find(type, a.attr(), body.owner());
        if (member.isPresent()
                && member.get() instanceof Members.FieldMember f
                && f.field().classVariable()) {
            body.session().shared().read(body, f.type(), a.span());
            return narrowedVariable(
                    new TypedExpression.ClassVariableRead(f.field(), f.type(), a.span()), a);
        }
        if (member.isPresent()
                && member.get() instanceof Members.MethodMember m
                && m.overloads().getFirst().kind() == FunctionSymbol.Kind.METHOD) {
            return new UnboundMethods(body).value(owner, m, a, expected);
        }
        if (member.isPresent()
                && member.get() instanceof Members.MethodMember m
                && m.overloads().getFirst().kind() != FunctionSymbol.Kind.PROPERTY) {
            Optional<TypedExpression> bound =
                    m.overloads().getFirst().kind() == FunctionSymbol.Kind.CLASS_METHOD
                                    && owner.origin() == Origin.COMPILED
                            ? Optional.of(classValue(owner, a.value(), null))
                            : Optional.empty();
            return functionValue(m.overloads(), m.substitution(), bound, a.span(), expected);
        }
        TypedExpression itself = classValue(owner, a.value(), null);
        return member.isEmpty() && body.members().find(itself.type(), a.attr()).isPresent()
                ? member(itself, a, expected)
                : body.refuse(
                        TypeCode.NO_ATTRIBUTE,
                        a.span(),
                        "class " + owner.name() + " has no '" + a.attr() + "'");
    }

    /// An attribute of an object.
    TypedExpression member(
            TypedExpression object, Expression.Attribute a, @Nullable Type expected) {
        Type type = object.type();
        if (type == Simple.ERROR) {
            return Body.error(a.span());
        }
        exceptionRead(object, a);
        if (a.attr().equals("__class__")) {
            return classOf(object, a.span());
        }
        Optional<Members.Member> member = body.members().find(type, a.attr(), body.owner());
        if (member.isEmpty() && type instanceof ClassObjectType c) {
            return ofClassObject(object, c, a);
        }
        if (member.isEmpty()) {
            return missing(type, a);
        }
        return switch (member.get()) {
            case Members.FieldMember f -> field(object, f, a);
            case Members.MethodMember m -> {
                FunctionSymbol function = m.overloads().getFirst();
                if (function.kind() == FunctionSymbol.Kind.PROPERTY) {
                    body.initialFields().called(object, a.attr(), a.span());
                } else {
                    body.initialFields().taken(object, a.attr(), a.span());
                }
                yield function.kind() == FunctionSymbol.Kind.PROPERTY
                        ? property(object, m, a.span())
                        : functionValue(
                                m.overloads(),
                                m.substitution(),
                                Optional.of(object),
                                a.span(),
                                expected);
            }
        };
    }

    private void exceptionRead(TypedExpression object, Expression.Attribute a) {
        body.session().lives().harmless(body, object);
        if (CHAINED.contains(a.attr())) {
            body.session().lives().exceptionTaken(body, a.span());
        }
    }

    /// What belongs to a class that is known at run time only.
    private TypedExpression ofClassObject(
            TypedExpression object, ClassObjectType type, Expression.Attribute a) {
        Optional<Members.Member> member =
                body.members().find(type.instance(), a.attr(), body.owner());
        return member.orElse(null) instanceof Members.FieldMember f && f.field().classVariable()
                ? narrowedVariable(new ClassVariables(body).ofClass(object, f, a.span()), a)
                : missing(type, a);
    }

    private TypedExpression narrowedVariable(TypedExpression read, Expression.Attribute a) {
        Optional<Flow.Path> path = path(a);
        return path.isPresent() ? body.expressions().narrowed(read, path.get()) : read;
    }

    TypedExpression missing(Type type, Expression.Attribute a) {
        if (Relations.mayBeNone(type)) {
            return body.refuse(
                    TypeCode.MAY_BE_NONE,
                    a.span(),
                    "the value may be None, which has no '" + a.attr() + "'");
        }
        return body.refuse(
                TypeCode.NO_ATTRIBUTE,
                a.span(),
                type.show() + " has no attribute '" + a.attr() + "'");
    }

    private TypedExpression field(
            TypedExpression object, Members.FieldMember f, Expression.Attribute a) {
        Optional<TypedExpression> ofEnum = new Enums(body).attribute(object, a.attr());
        if (ofEnum.isPresent() && f.field().owner().origin() == Origin.NATIVE) {
            return ofEnum.get();
        }
        if (f.field().classVariable()) {
            return narrowedVariable(new ClassVariables(body).ofObject(object, f, a.span()), a);
        }
        body.initialFields().read(object, f.field(), a.span());
        TypedExpression read = new TypedExpression.FieldRead(object, f.field(), f.type(), a.span());
        Optional<Flow.Path> path = path(a);
        return path.isPresent() ? body.expressions().narrowed(read, path.get()) : read;
    }

    /// What tests can tell about: a variable, or fields reached from one.
    Optional<Flow.Path> path(Expression e) {
        if (e instanceof Expression.Name n) {
            return body.scope()
                    .find(n.id())
                    .filter(f -> f.binding() instanceof Binding.VariableBinding)
                    .map(f -> ((Binding.VariableBinding) f.binding()).variable())
                    .map(v -> new Flow.Path(v, List.of()));
        }
        if (e instanceof Expression.Attribute a && !onModule(a)) {
            Optional<Variable> ofClass = classVariable(a);
            if (ofClass.isPresent()) {
                return ofClass.map(v -> new Flow.Path(v, List.of()));
            }
            return path(a.value())
                    .map(p -> {
                        List<String> fields = new ArrayList<>(p.fields());
                        fields.add(a.attr());
                        return new Flow.Path(p.root(), List.copyOf(fields));
                    });
        }
        return Optional.empty();
    }

    /// What stands for a variable of a class, reached through the class or `cls`, where no class
    /// below has one of its own.
    private Optional<Variable> classVariable(Expression.Attribute a) {
        Optional<ClassSymbol> owner = classOf(a.value());
        Optional<NominalType> type = owner.map(NominalType::open);
        if (owner.isEmpty()
                && a.value() instanceof Expression.Name n
                && body.scope().find(n.id()).map(Scope.Found::binding).orElse(null)
                        instanceof Binding.VariableBinding v
                && v.variable().type() instanceof ClassObjectType c
                && body.session().below(c.instance().symbol()).isEmpty()) {
            type = Optional.of(c.instance());
        }
        return type.flatMap(t -> body.members().find(t, a.attr(), body.owner()))
                .filter(m -> m instanceof Members.FieldMember f && f.field().classVariable())
                .map(m -> body.session().standIn(((Members.FieldMember) m).field()));
    }

    private TypedExpression property(TypedExpression object, Members.MethodMember m, Span span) {
        FunctionSymbol getter = m.overloads().getFirst();
        if (getter.origin() == Origin.COMPILED || UserCode.isOpen(object.type())) {
            body.runsUserCode();
        }
        return new TypedExpression.Call(
                getter,
                Optional.of(object),
                List.of(),
                TypedExpression.Dispatch.VIRTUAL,
                List.of(),
                m.substitution().apply(getter.result()),
                span);
    }

    /// A function as a value; among overloads the one that the expected type wants.
    TypedExpression functionValue(
            List<FunctionSymbol> overloads,
            Substitution substitution,
            Optional<TypedExpression> receiver,
            Span span,
            @Nullable Type expected) {
        FunctionSymbol first = overloads.getFirst();
        boolean ofKnownClass =
                receiver.isPresent() && receiver.get() instanceof TypedExpression.ClassReference;
        if (first.kind() == FunctionSymbol.Kind.CLASS_METHOD
                && first.origin() == Origin.COMPILED
                && !ofKnownClass) {
            return body.refuse(
                    TypeCode.UNSUPPORTED,
                    span,
                    "a class method as a value",
                    "a lambda that calls " + first.qualifiedName());
        }
        for (FunctionSymbol function : overloads) {
            CallableType type = callable(function, substitution);
            if (expected instanceof CallableType wanted) {
                type = instantiate(function, type, wanted);
            }
            boolean generic = Substitution.mentions(type, function.typeParameters());
            boolean fits =
                    !(expected instanceof CallableType)
                            || body.relations().assignable(type, expected)
                            || (expected instanceof CallableType wanted
                                    && wanted.result() instanceof TypeVariable
                                    && takes(type, wanted));
            boolean last = function == overloads.getLast();
            if (!generic && (fits || last)) {
                body.session().lives().value(body, function, span);
                return new TypedExpression.FunctionValue(
                        function,
                        receiver,
                        receiver.isPresent()
                                ? TypedExpression.Dispatch.VIRTUAL
                                : TypedExpression.Dispatch.STATIC,
                        type,
                        span);
            }
        }
        return body.refuse(
                TypeCode.CANNOT_INFER,
                span,
                "nothing here says for which types the function is meant",
                "lambda x: f(x)");
    }

    private boolean takes(CallableType function, CallableType wanted) {
        int count = wanted.parameters().size();
        if (function.parameters().size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Type given = wanted.parameters().get(i);
            if (!body.relations().assignable(given, function.parameters().get(i))) {
                return false;
            }
        }
        return true;
    }

    private CallableType instantiate(
            FunctionSymbol function, CallableType type, CallableType wanted) {
        int count = wanted.parameters().size();
        CallableType cut =
                type.parameters().size() > count && required(function) <= count
                        ? new CallableType(type.parameters().subList(0, count), type.result())
                        : type;
        if (function.typeParameters().isEmpty() || cut.parameters().size() != count) {
            return cut;
        }
        Map<TypeVariable, Type> found = new HashMap<>();
        Unification unification =
                new Unification(
                        body.relations(), body.builtins(), function.typeParameters(), found);
        for (int i = 0; i < count; i++) {
            unification.unify(cut.parameters().get(i), wanted.parameters().get(i));
        }
        return (CallableType) new Substitution(found).apply(cut);
    }

    static long required(FunctionSymbol function) {
        return function.parameters().stream()
                .filter(p -> !p.hasDefault() && p.kind() != Parameter.Kind.REST)
                .count();
    }

    static CallableType callable(FunctionSymbol function, Substitution substitution) {
        List<Type> parameters = new ArrayList<>();
        function.packed().ifPresent(p -> parameters.add(substitution.apply(p)));
        for (Parameter p : function.parameters()) {
            if (p.kind() == Parameter.Kind.NORMAL || p.kind() == Parameter.Kind.POSITIONAL_ONLY) {
                parameters.add(substitution.apply(p.type()));
            }
        }
        return new CallableType(List.copyOf(parameters), substitution.apply(function.result()));
    }

    /// A class as a value: as a function where one is expected.
    TypedExpression classValue(ClassSymbol symbol, Expression place, @Nullable Type expected) {
        if (expected instanceof CallableType wanted) {
            Optional<TypedExpression> function = new ClassFunctions(body).of(symbol, wanted, place);
            if (function.isPresent()) {
                return function.get();
            }
        }
        NominalType instance = NominalType.open(symbol);
        return new TypedExpression.ClassReference(
                symbol, new ClassObjectType(instance), place.span());
    }
}
