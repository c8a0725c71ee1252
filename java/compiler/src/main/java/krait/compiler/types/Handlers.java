package krait.compiler.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Statement;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Decorators that make a function of a module the handler of a web application: `@app.get(PATH)`.
/// What they register is read here; at run time each is a call of the application's `__route__`.
final class Handlers {
    private static final String MODULE = "krait";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<String> PARAMETER_TYPES = List.of("int", "float", "str", "bool");
    private static final Set<String> JSON_ATOMS = Set.of("int", "float", "str", "bool", "object");
    private static final Pattern SEGMENT =
            Pattern.compile("[^{}?#%]*|\\{[^\\W\\d]\\w*\\}", Pattern.UNICODE_CHARACTER_CLASS);

    private final Body body;

    Handlers(Body body) {
        this.body = body;
    }

    /// Whether all decorators of a function of the module are of this kind.
    boolean decorate(Statement.FunctionDef def) {
        return !def.decoratorList().isEmpty()
                && def.decoratorList().stream().allMatch(each -> application(each).isPresent());
    }

    /// Whether it may be one, by its form alone.
    static boolean looksLikeOne(Expression decorator) {
        return decorator instanceof Expression.Call call
                && call.func() instanceof Expression.Attribute attribute
                && attribute.value() instanceof Expression.Name
                && METHODS.contains(attribute.attr());
    }

    /// Whether it is one with a method that there is not, which is told.
    boolean refused(Expression decorator) {
        return application(decorator).isPresent()
                && decorator instanceof Expression.Call call
                && call.func() instanceof Expression.Attribute attribute
                && path(call, attribute.attr()).isEmpty();
    }

    /// `app` of `@app.get(...)`.
    private Optional<TypedExpression> application(Expression decorator) {
        if (decorator instanceof Expression.Call call
                && call.func() instanceof Expression.Attribute attribute
                && attribute.value() instanceof Expression.Name name
                && body.scope().own(name.id()).isPresent()) {
            TypedExpression value = body.expressions().check(name);
            return isApplication(value.type()) ? Optional.of(value) : Optional.empty();
        }
        return Optional.empty();
    }

    static boolean isApplication(Type type) {
        return type instanceof NominalType nominal
                && nominal.symbol().name().equals("App")
                && nominal.symbol().module().name().equals(MODULE)
                && nominal.symbol().origin() == Origin.NATIVE;
    }

    /// Registers a handler once for each decorator, as CPython applies them: the last one first.
    void register(
            Statement.FunctionDef def,
            FunctionSymbol symbol,
            List<FunctionBody.DefaultValue> defaults,
            List<TypedStatement> out) {
        Map<String, TypedExpression> fallbacks = new LinkedHashMap<>();
        for (FunctionBody.DefaultValue each : defaults) {
            fallbacks.put(each.parameter().name(), each.value());
        }
        for (Expression decorator : def.decoratorList().reversed()) {
            Expression.Call call = (Expression.Call) decorator;
            String method = ((Expression.Attribute) call.func()).attr();
            Optional<Path> path = path(call, method);
            if (path.isPresent() && fits(def, symbol, path.get(), fallbacks)) {
                Span span = decorator.span();
                TypedExpression app = application(decorator).orElseThrow();
                String pattern = path.get().text();
                out.add(
                        new TypedStatement.Evaluate(
                                registration(app, method, pattern, symbol, fallbacks, span), span));
            }
        }
    }

    /// What stands between the parentheses.
    private record Path(String text, List<String> names, Span span) {}

    private Optional<Path> path(Expression.Call call, String method) {
        if (!METHODS.contains(method)) {
            return refuse(
                    call.func().span(),
                    "an application has no decorator '" + method + "'",
                    "@app.get, post, put, patch or delete");
        }
        if (call.args().size() != 1
                || !call.keywords().isEmpty()
                || !(call.args().getFirst() instanceof Expression.Constant constant)
                || !(constant.value() instanceof Literal.Str literal)) {
            return refuse(
                    call.span(),
                    "the path of a handler must be one literal text",
                    "@app." + method + "(\"/path/{name}\")");
        }
        String text = literal.text();
        Span span = constant.span();
        List<String> names = new ArrayList<>();
        boolean valid = text.startsWith("/") && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        for (String segment : valid ? text.substring(1).split("/", -1) : new String[0]) {
            valid &= SEGMENT.matcher(segment).matches();
            if (segment.startsWith("{") && valid) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        if (!valid) {
            return refuse(
                    span,
                    "a path is segments after slashes, each a text or {name}",
                    "\"/path/{name}\"");
        }
        if (names.stream().distinct().count() < names.size()) {
            return refuse(span, "a parameter stands twice in the path", "\"/{first}/{second}\"");
        }
        return Optional.of(new Path(text, names, span));
    }

    private <T> Optional<T> refuse(Span span, String message, String rewrite) {
        body.problems().report(TypeCode.HANDLER, span, message, rewrite);
        return Optional.empty();
    }

    private boolean fits(
            Statement.FunctionDef def,
            FunctionSymbol symbol,
            Path path,
            Map<String, TypedExpression> fallbacks) {
        boolean fits = true;
        List<String> missing = new ArrayList<>(path.names());
        for (Parameter parameter : symbol.parameters()) {
            boolean inPath = missing.remove(parameter.name());
            Optional<String> why = why(parameter, inPath, fallbacks);
            if (why.isPresent()) {
                refuse(place(def, parameter.name()), why.get(), example(parameter.name()));
                fits = false;
            }
        }
        for (String name : missing) {
            refuse(
                    path.span(),
                    "'" + def.name() + "' has no parameter '" + name + "'",
                    "def " + def.name() + "(" + name + ": str) -> ...");
            fits = false;
        }
        return result(def, symbol) && fits;
    }

    private static String example(String name) {
        return name + ": int, float, str or bool; in the query also " + name + ": int = 0";
    }

    /// Why a parameter can't be read from a request.
    private Optional<String> why(
            Parameter parameter, boolean inPath, Map<String, TypedExpression> fallbacks) {
        String name = "'" + parameter.name() + "'";
        if (parameter.kind() == Parameter.Kind.REST
                || parameter.kind() == Parameter.Kind.KEYWORDS) {
            return Optional.of("a handler names each of its parameters");
        }
        if (parameter.type() == Simple.ERROR) {
            return Optional.empty();
        }
        if (PARAMETER_TYPES.stream().noneMatch(t -> body.builtins().is(parameter.type(), t))) {
            return Optional.of(
                    name
                            + " is read from the request as int, float, str or bool, not as "
                            + parameter.type().show());
        }
        if (!parameter.hasDefault()) {
            return Optional.empty();
        }
        if (inPath) {
            return Optional.of(name + " is in the path and needs no default");
        }
        return fallbacks.get(parameter.name()) instanceof TypedExpression.Constant
                ? Optional.empty()
                : Optional.of("the default of " + name + " must be a literal");
    }

    private static Span place(Statement.FunctionDef def, String name) {
        Ast.Arguments args = def.args();
        List<Ast.Arg> all = new ArrayList<>(args.posonlyargs());
        all.addAll(args.args());
        all.addAll(args.kwonlyargs());
        args.vararg().ifPresent(all::add);
        args.kwarg().ifPresent(all::add);
        return all.stream()
                .filter(each -> each.arg().equals(name))
                .map(Ast.Arg::span)
                .findFirst()
                .orElse(def.span());
    }

    private boolean result(Statement.FunctionDef def, FunctionSymbol symbol) {
        Type type = AliasType.expand(symbol.result());
        boolean sent =
                type == Simple.NONE
                        || type == Simple.ERROR
                        || List.of("str", "bytes", "int").stream()
                                .anyMatch(name -> body.builtins().is(type, name))
                        || ((body.builtins().is(type, "dict") || body.builtins().is(type, "list"))
                                && isJson(type, new HashSet<>()));
        if (!sent) {
            refuse(
                    def.returns().map(Expression::span).orElse(Spans.name(def)),
                    "a handler can't answer with " + type.show(),
                    "-> str, bytes, int, None, or a dict[str, ...] or list[...] that is JSON");
        }
        return sent;
    }

    /// Whether a type is one of JSON.
    ///
    /// @param assumed names of types that are being looked at
    private boolean isJson(Type type, Set<Type> assumed) {
        Builtins builtins = body.builtins();
        return switch (type) {
            case NominalType t when JSON_ATOMS.contains(t.symbol().name()) ->
                    t.symbol().module() == builtins.object().module();
            case NominalType t when builtins.is(t, "dict") ->
                    t.arguments().getFirst().equals(builtins.str())
                            && isJson(t.arguments().getLast(), assumed);
            case NominalType t ->
                    (builtins.is(t, "list") || builtins.is(t, "tuple"))
                            && allJson(t.arguments(), assumed);
            case Type.TupleType t -> allJson(t.elements(), assumed);
            case Type.UnionType t -> allJson(t.members(), assumed);
            case AliasType t -> !assumed.add(t) || isJson(t.target(), assumed);
            case Simple s -> s != Simple.NEVER;
            case Type.CallableType _, Type.ClassObjectType _, Type.ModuleType _, TypeVariable _ ->
                    false;
        };
    }

    private boolean allJson(List<Type> types, Set<Type> assumed) {
        return types.stream().allMatch(each -> isJson(each, assumed));
    }

    /// `app.__route__(method, path, parameters, defaults, handler)`, a method that no program can
    /// name: the stub does not have it.
    private TypedExpression registration(
            TypedExpression app,
            String method,
            String path,
            FunctionSymbol handler,
            Map<String, TypedExpression> fallbacks,
            Span span) {
        StringJoiner parameters = new StringJoiner(" ");
        List<TypedExpression> defaults = new ArrayList<>();
        for (Parameter parameter : handler.parameters()) {
            boolean hasDefault = parameter.hasDefault();
            parameters.add(
                    parameter.name() + ":" + parameter.type().show() + (hasDefault ? "=" : ""));
            if (hasDefault) {
                defaults.add(fallbacks.get(parameter.name()));
            }
        }
        List<Type> types = handler.parameters().stream().map(Parameter::type).toList();
        List<TypedExpression> values =
                List.of(
                        text(method.toUpperCase(java.util.Locale.ROOT), span),
                        text(path, span),
                        text(parameters.toString(), span),
                        new TypedExpression.TupleDisplay(
                                List.copyOf(defaults),
                                new Type.TupleType(
                                        defaults.stream().map(TypedExpression::type).toList()),
                                span),
                        new TypedExpression.FunctionValue(
                                handler,
                                Optional.empty(),
                                TypedExpression.Dispatch.STATIC,
                                new Type.CallableType(types, handler.result()),
                                span));
        return call(app, values, span);
    }

    private TypedExpression text(String text, Span span) {
        return new TypedExpression.Constant(new Literal.Str(text), body.builtins().str(), span);
    }

    private static TypedExpression call(
            TypedExpression app, List<TypedExpression> values, Span span) {
        List<Parameter> parameters = new ArrayList<>();
        List<Argument> arguments = new ArrayList<>();
        for (TypedExpression value : values) {
            Parameter parameter =
                    new Parameter(
                            "a" + parameters.size(),
                            Parameter.Kind.POSITIONAL_ONLY,
                            value.type(),
                            Optional.empty());
            parameters.add(parameter);
            arguments.add(new Argument.Given(parameter, value));
        }
        ClassSymbol owner = ((NominalType) app.type()).symbol();
        FunctionSymbol function =
                new FunctionSymbol(
                        "__route__",
                        "App.__route__",
                        owner.module(),
                        Optional.of(owner),
                        FunctionSymbol.Kind.METHOD,
                        Origin.NATIVE,
                        () ->
                                new Signature(
                                        List.of(),
                                        List.copyOf(parameters),
                                        Simple.NONE,
                                        Optional.empty()));
        return new TypedExpression.Call(
                function,
                Optional.of(app),
                List.copyOf(arguments),
                TypedExpression.Dispatch.VIRTUAL,
                List.of(),
                Simple.NONE,
                span);
    }
}
