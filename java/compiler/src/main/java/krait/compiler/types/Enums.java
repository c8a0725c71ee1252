package krait.compiler.types;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;
import krait.compiler.types.Type.ClassObjectType;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;

/// Enumerations: what their classes and members can do that other classes and objects can't.
final class Enums {
    /// The class variable that holds the list of the members.
    static final String MEMBERS = "$members";

    private final Body body;

    Enums(Body body) {
        this.body = body;
    }

    static boolean isEnum(Type type) {
        return type instanceof NominalType n && n.symbol().is(ClassSymbol.Flag.ENUM);
    }

    /// The list of the members, for a class of members.
    static Optional<NominalType> membersOf(Type type, Builtins builtins) {
        return type instanceof ClassObjectType c && isEnum(c.instance())
                ? Optional.of(builtins.type("list", c.instance()))
                : Optional.empty();
    }

    static boolean below(Type type, String name) {
        if (!(type instanceof NominalType n)) {
            return false;
        }
        return n.symbol().is(ClassSymbol.Flag.ENUM)
                && n.symbol().superclass().filter(s -> s.symbol().name().equals(name)).isPresent();
    }

    /// The class as the list of its members; another value is itself.
    TypedExpression members(TypedExpression value) {
        if (value.type() instanceof ClassObjectType c && isEnum(c.instance())) {
            FieldSymbol all = c.instance().symbol().ownField(MEMBERS).orElseThrow();
            return new TypedExpression.ClassVariableRead(all, all.type(), value.span());
        }
        return value;
    }

    /// A member of an enumeration of ints as its int; another value is itself.
    TypedExpression number(TypedExpression value) {
        return below(value.type(), "IntEnum") ? value(value, body.builtins().integer()) : value;
    }

    private TypedExpression value(TypedExpression member, Type type) {
        FieldSymbol field =
                ((NominalType) member.type())
                        .symbol()
                        .superclass()
                        .flatMap(s -> body.members().find(s, "value"))
                        .map(m -> ((Members.FieldMember) m).field())
                        .orElseThrow();
        TypedExpression read =
                new TypedExpression.FieldRead(member, field, field.type(), member.span());
        return new TypedExpression.Convert(
                read, TypedExpression.Conversion.NARROW, type, member.span());
    }

    /// `member.value` with the type that the values of the enumeration have, and `flags.name`,
    /// which may be None.
    Optional<TypedExpression> attribute(TypedExpression object, String name) {
        if (below(object.type(), "Flag")
                && name.equals("name")
                && body.members().find(object.type(), name).orElse(null)
                        instanceof Members.FieldMember f) {
            Type type = Relations.union(f.type(), Simple.NONE);
            return Optional.of(
                    new TypedExpression.FieldRead(object, f.field(), type, object.span()));
        }
        if (!isEnum(object.type()) || !name.equals("value")) {
            return Optional.empty();
        }
        ClassSymbol symbol = ((NominalType) object.type()).symbol();
        List<Type> types = symbol.enumMembers().stream().map(EnumMember::type).toList();
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(value(object, body.relations().joinAll(types)));
    }

    /// `Color["RED"]` or `Color(1)`.
    TypedExpression lookUp(ClassSymbol symbol, TypedExpression key, boolean byName, Span span) {
        NominalType type = NominalType.open(symbol);
        TypedExpression kind =
                new TypedExpression.ClassReference(symbol, new ClassObjectType(type), span);
        if (key.type() == Simple.ERROR) {
            return Body.error(span);
        }
        List<TypedExpression> arguments = new ArrayList<>(List.of(members(kind), key));
        if (!byName) {
            arguments.add(kind);
        }
        String function =
                byName ? "enum_named" : below(type, "Flag") ? "flag_valued" : "enum_valued";
        TypedExpression found = LibraryCalls.call(body, "_records", function, arguments, span);
        return new TypedExpression.Convert(found, TypedExpression.Conversion.NARROW, type, span);
    }

    /// Whether an assignment in the body of an enumeration makes a member.
    static boolean isMember(String name, Expression value) {
        return !name.startsWith("_") && !(value instanceof Expression.Lambda);
    }

    static boolean isAuto(Expression value) {
        return value instanceof Expression.Call c
                && c.args().isEmpty()
                && (ModuleScope.nameOf(c.func()).equals(Optional.of("auto"))
                        || (c.func() instanceof Expression.Attribute a && a.attr().equals("auto")));
    }

    /// The value of a member with `auto()` in place.
    static Expression value(
            String name,
            Expression written,
            List<EnumMember> before,
            boolean text,
            Problems problems) {
        if (!isAuto(written)) {
            return written;
        }
        if (text) {
            Literal lower = new Literal.Str(name.toLowerCase(Locale.ROOT));
            return new Expression.Constant(lower, Optional.empty(), written.span());
        }
        BigInteger next = BigInteger.ONE;
        for (EnumMember member : before) {
            if (!(member.value() instanceof Expression.Constant c)
                    || !(c.value() instanceof Literal.Int i)) {
                problems.report(
                        TypeCode.UNSUPPORTED,
                        written.span(),
                        "auto() behind a value that is no int constant",
                        "write the value");
                return written;
            }
            next = next.max(i.value().add(BigInteger.ONE));
        }
        return new Expression.Constant(new Literal.Int(next), Optional.empty(), written.span());
    }

    /// What runs in the body of the class: values first, then the members in order.
    List<TypedStatement> statements(ClassSymbol symbol, Scope scope, Span span) {
        NominalType type = NominalType.open(symbol);
        List<TypedStatement> out = new ArrayList<>();
        List<TypedStatement> made = new ArrayList<>();
        Map<Literal, FieldSymbol> constants = new HashMap<>();
        List<TypedExpression> members = new ArrayList<>();
        for (EnumMember member : symbol.enumMembers()) {
            Span place = member.value().span();
            TypedExpression value = body.expressions().check(member.value());
            Variable kept = scope.temporary(value.type());
            out.add(assign(kept, value, place));
            scope.bind(member.field().name(), new Binding.VariableBinding(kept));
            FieldSymbol same =
                    member.value() instanceof Expression.Constant c
                            ? constants.putIfAbsent(c.value(), member.field())
                            : null;
            TypedExpression object =
                    same == null
                            ? make(symbol, member, read(kept, place), scope, made)
                            : new TypedExpression.ClassVariableRead(same, type, place);
            TypedTarget target = new TypedTarget.ClassVariableTarget(member.field(), type, place);
            made.add(new TypedStatement.Assign(target, object, place));
            if (same != null || !Flags.listed(symbol, member)) {
                TypedExpression name = name(member, place);
                TypedExpression alias =
                        LibraryCalls.call(
                                body,
                                "_records",
                                "enum_alias",
                                List.of(
                                        new TypedExpression.ClassVariableRead(
                                                member.field(), type, place),
                                        name),
                                place);
                made.add(new TypedStatement.Evaluate(alias, place));
            }
            if (same == null && Flags.listed(symbol, member)) {
                members.add(new TypedExpression.ClassVariableRead(member.field(), type, place));
            }
        }
        out.addAll(made);
        if (below(type, "Flag")) {
            Flags.check(symbol, body.problems(), span);
        }
        FieldSymbol all = symbol.ownField(MEMBERS).orElseThrow();
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.ClassVariableTarget(all, all.type(), span),
                        new TypedExpression.ListDisplay(members, all.type(), span),
                        span));
        return out;
    }

    private static TypedStatement assign(Variable variable, TypedExpression value, Span span) {
        variable.assigned(1);
        return new TypedStatement.Assign(
                new TypedTarget.VariableTarget(variable, span), value, span);
    }

    private static TypedExpression read(Variable variable, Span span) {
        return new TypedExpression.VariableRead(variable, false, variable.type(), span);
    }

    private TypedExpression make(
            ClassSymbol symbol,
            EnumMember member,
            TypedExpression value,
            Scope scope,
            List<TypedStatement> out) {
        NominalType type = NominalType.open(symbol);
        Span span = member.value().span();
        Variable object = scope.temporary(type);
        out.add(
                assign(
                        object,
                        new TypedExpression.New(symbol, Optional.empty(), List.of(), type, span),
                        span));
        call(object, "_member_", List.of(name(member, span), value), span, out);
        if (symbol.initialiser().isPresent()) {
            call(object, "__init__", arguments(value), span, out);
        }
        return read(object, span);
    }

    private TypedExpression name(EnumMember member, Span span) {
        return new TypedExpression.Constant(
                new Literal.Str(member.field().name()), body.builtins().str(), span);
    }

    private static List<TypedExpression> arguments(TypedExpression value) {
        if (!(value.type() instanceof Type.TupleType tuple)) {
            return List.of(value);
        }
        List<TypedExpression> items = new ArrayList<>();
        for (int i = 0; i < tuple.elements().size(); i++) {
            items.add(
                    new TypedExpression.TupleItem(value, i, tuple.elements().get(i), value.span()));
        }
        return items;
    }

    private void call(
            Variable object,
            String method,
            List<TypedExpression> arguments,
            Span span,
            List<TypedStatement> out) {
        if (body.members().find(object.type(), method).orElse(null)
                instanceof Members.MethodMember m) {
            TypedExpression call =
                    body.calls()
                            .invoke(
                                    m,
                                    Optional.of(read(object, span)),
                                    arguments.stream().map(Calls.Actual::of).toList(),
                                    null,
                                    span);
            out.add(new TypedStatement.Evaluate(call, span));
        }
    }
}
