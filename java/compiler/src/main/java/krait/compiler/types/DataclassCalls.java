package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Calls.Actual;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Functions of `dataclasses` that ask for the fields of a class.
final class DataclassCalls {
    private static final String MODULE = "_dataclasses";

    /// Their names.
    static final Set<String> NAMES = Set.of("replace", "fields", "is_dataclass");

    private final Body body;

    DataclassCalls(Body body) {
        this.body = body;
    }

    /// The call, where the name stands for one of these.
    Optional<TypedExpression> call(Binding binding, Expression.Call c) {
        if (!(binding instanceof Binding.SpecialBinding form) || !NAMES.contains(form.name())) {
            return Optional.empty();
        }
        boolean plain =
                c.args().size() == 1
                        && !(c.args().getFirst() instanceof Expression.Starred)
                        && c.keywords().stream().allMatch(k -> k.arg().isPresent());
        if (!plain) {
            return Optional.of(
                    body.refuse(
                            TypeCode.ARGUMENTS,
                            c.span(),
                            form.name() + "() takes one object, and replace() changes by name",
                            "replace(point, x=1)"));
        }
        Optional<ClassSymbol> symbol = body.expressions().attributes().classOf(c.args().getFirst());
        if (form.name().equals("is_dataclass")) {
            return Optional.of(
                    symbol.isPresent()
                            ? truth(dataclass(symbol.get()).isPresent(), c.span())
                            : isDataclass(c));
        }
        TypedExpression object =
                symbol.isPresent()
                        ? new TypedExpression.ClassReference(
                                symbol.get(),
                                new Type.ClassObjectType(NominalType.open(symbol.get())),
                                c.span())
                        : body.expressions().check(c.args().getFirst());
        return Optional.of(ofFields(form.name(), object, c));
    }

    private TypedExpression isDataclass(Expression.Call c) {
        TypedExpression object = body.expressions().check(c.args().getFirst());
        if (object.type() == Simple.ERROR) {
            return object;
        }
        if (object.type() instanceof Type.ClassObjectType) {
            return body.refuse(
                    TypeCode.UNSUPPORTED,
                    c.span(),
                    "is_dataclass() of a class that is known at run time only");
        }
        return LibraryCalls.call(body, MODULE, "_is_dataclass", List.of(object), c.span());
    }

    private TypedExpression truth(boolean value, Span span) {
        Literal literal = value ? Literal.Singleton.TRUE : Literal.Singleton.FALSE;
        return new TypedExpression.Constant(literal, body.builtins().bool(), span);
    }

    /// The class, or the one above it, whose fields count.
    static Optional<ClassSymbol> dataclass(ClassSymbol symbol) {
        return symbol.is(ClassSymbol.Flag.DATACLASS)
                ? Optional.of(symbol)
                : symbol.superclass().flatMap(above -> dataclass(above.symbol()));
    }

    private TypedExpression ofFields(String name, TypedExpression object, Expression.Call c) {
        if (object.type() == Simple.ERROR) {
            return object;
        }
        boolean ofClass = object.type() instanceof Type.ClassObjectType;
        Type type = object.type() instanceof Type.ClassObjectType t ? t.instance() : object.type();
        Optional<ClassSymbol> symbol =
                type instanceof NominalType n ? dataclass(n.symbol()) : Optional.empty();
        if (symbol.isEmpty() || (ofClass && name.equals("replace"))) {
            return body.refuse(
                    TypeCode.MISMATCH,
                    c.span(),
                    name + "() takes an object of a dataclass, not " + object.type().show());
        }
        if (!(object instanceof TypedExpression.ClassReference)) {
            body.session()
                    .alone(
                            ((NominalType) type).symbol(),
                            name + "() of an object whose class has subclasses",
                            body.problems(),
                            c.span());
        }
        if (name.equals("replace")) {
            return replace(object, (NominalType) type, symbol.get(), c);
        }
        if (!c.keywords().isEmpty()) {
            return body.refuse(TypeCode.ARGUMENTS, c.span(), "fields() takes one argument");
        }
        return fields(object, symbol.get(), c.span());
    }

    private TypedExpression fields(TypedExpression object, ClassSymbol symbol, Span span) {
        List<TypedExpression> all = new ArrayList<>();
        for (DataField field : symbol.dataFields()) {
            TypedExpression name =
                    new TypedExpression.Constant(
                            new Literal.Str(field.field().name()), body.builtins().str(), span);
            List<TypedExpression> arguments =
                    List.of(
                            name,
                            truth(field.initialised(), span),
                            truth(field.shown(), span),
                            truth(field.compared(), span),
                            truth(field.keywordOnly(), span));
            all.add(LibraryCalls.call(body, MODULE, "_field", arguments, span));
        }
        Type field =
                new NominalType(
                        ((Binding.ClassBinding)
                                        body.session()
                                                .library()
                                                .module(MODULE)
                                                .flatMap(m -> m.find("Field"))
                                                .orElseThrow())
                                .symbol(),
                        List.of());
        Type type = body.builtins().type("tuple", field);
        TypedExpression display =
                new TypedExpression.TupleDisplay(
                        all,
                        new Type.TupleType(all.stream().map(TypedExpression::type).toList()),
                        span);
        TypedExpression tuple = body.coerce(display, type, "the fields");
        return object instanceof TypedExpression.ClassReference
                ? tuple
                : new TypedExpression.Block(
                        List.of(new TypedStatement.Evaluate(object, span)), tuple, type, span);
    }

    /// A new object: fields that are not changed are read from the old one.
    private TypedExpression replace(
            TypedExpression object, NominalType type, ClassSymbol symbol, Expression.Call c) {
        Variable old = body.scope().temporary(type);
        TypedStatement first =
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(old, c.span()), object, c.span());
        TypedExpression read = new TypedExpression.VariableRead(old, false, type, c.span());
        List<Actual> actuals = new ArrayList<>();
        for (Ast.Keyword change : c.keywords()) {
            String name = change.arg().orElseThrow();
            boolean known =
                    symbol.dataFields().stream()
                            .anyMatch(f -> f.field().name().equals(name) && f.initialised());
            if (!known) {
                return body.refuse(
                        TypeCode.ARGUMENTS,
                        change.span(),
                        "'" + name + "' is no field that " + symbol.name() + "() takes");
            }
            actuals.add(
                    new Actual(
                            Optional.of(change.value()),
                            Optional.empty(),
                            change.arg(),
                            false,
                            change.span()));
        }
        for (DataField field : symbol.dataFields()) {
            String name = field.field().name();
            boolean changed =
                    c.keywords().stream().anyMatch(k -> k.arg().equals(Optional.of(name)));
            if (!changed && field.initialised()) {
                Type kept =
                        body.members().find(type, name, body.owner()).orElse(null)
                                        instanceof Members.FieldMember f
                                ? f.type()
                                : field.field().type();
                TypedExpression value =
                        new TypedExpression.FieldRead(read, field.field(), kept, c.span());
                actuals.add(
                        new Actual(
                                Optional.empty(),
                                Optional.of(value),
                                Optional.of(name),
                                false,
                                c.span()));
            }
        }
        TypedExpression made =
                body.calls()
                        .construct(type.symbol(), Optional.of(type), actuals, null, c.span(), c);
        return new TypedExpression.Block(List.of(first), made, made.type(), c.span());
    }
}
