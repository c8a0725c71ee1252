package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.Simple;
import krait.compiler.types.Type.TupleType;

/// Places that take values: the first assignment of a name declares it.
final class Targets {
    private final Body body;

    Targets(Body body) {
        this.body = body;
    }

    /// The variable that an assignment to a name means.
    Variable assigned(String name, Type type, Ast place) {
        Scope home = body.scope().home(name);
        Optional<Binding> binding = home.own(name);
        if (binding.isPresent() && binding.get() instanceof Binding.VariableBinding v) {
            Variable variable = v.variable();
            if (variable.handles() || isSelf(variable)) {
                body.problems()
                        .report(
                                TypeCode.REDEFINED,
                                place.span(),
                                "'" + name + "' is another variable, too");
                return new Variable(name, variable.kind(), Simple.ERROR, variable.module());
            }
            boolean began = variable.type() == Simple.NONE && type != Simple.NONE;
            if (began && home == body.scope() && type != Simple.ERROR) {
                if (!body.session().holes().mentionsHole(type)) {
                    body.session().holes().widen(name, home, Relations.union(type, Simple.NONE));
                }
                return new Variable(name, variable.kind(), Simple.ERROR, variable.module());
            }
            if (home != body.scope()) {
                body.scope().find(name);
                variable.assigned(1);
            }
            body.session().shared().write(body, variable, place.span());
            return variable;
        }
        if (binding.isPresent()) {
            body.problems()
                    .report(TypeCode.REDEFINED, place.span(), "'" + name + "' is no variable here");
            return new Variable(name, Variable.Kind.LOCAL, Simple.ERROR, null);
        }
        Type known = body.session().holes().widened(name, home, type);
        Type declared = home.assignsAgain(name) ? LiteralPatterns.plain(known) : known;
        Variable made = home.declare(name, declared, false);
        if (home != body.scope()) {
            body.scope().find(name);
        }
        body.session().shared().write(body, made, place.span());
        return made;
    }

    private boolean isSelf(Variable variable) {
        return body.context().flatMap(Body.Context::self).orElse(null) == variable;
    }

    /// After the value is stored.
    void noteAssigned(Variable variable, Type value) {
        variable.assigned(body.assignments());
        body.flow().forget(variable);
        body.flow().bind(variable);
        boolean exact = !LiteralPatterns.plain(value).equals(value);
        boolean narrower =
                (exact || variable.type() instanceof Type.UnionType)
                        && !value.equals(variable.type())
                        && value != Simple.ERROR;
        if (narrower) {
            body.flow().narrow(new Flow.Path(variable, List.of()), value);
        }
    }

    /// A place for values of a type that are there already, such as elements of a loop.
    TypedTarget target(Expression e, Type type) {
        if (e instanceof Expression.Name n) {
            Variable variable = assigned(n.id(), type, n);
            fits(type, variable.type(), n.span(), "'" + n.id() + "'");
            noteAssigned(variable, type);
            return new TypedTarget.VariableTarget(variable, n.span());
        }
        if (e instanceof Expression.Tuple t) {
            return unpack(t.elts(), type, t.span());
        }
        if (e instanceof Expression.List l) {
            return unpack(l.elts(), type, l.span());
        }
        TypedTarget place = place(e);
        fits(type, place.type(), e.span(), "the target");
        return place;
    }

    private void fits(Type from, Type to, Span span, String what) {
        if (!body.relations().assignable(from, to)) {
            body.problems()
                    .report(
                            TypeCode.MISMATCH,
                            span,
                            what + " must be " + to.show() + ", not " + from.show());
        }
    }

    private TypedTarget unpack(List<Expression> elements, Type value, Span span) {
        Type type = Relations.shape(value).map(Type.class::cast).orElse(value);
        OptionalInt star = OptionalInt.empty();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Expression.Starred) {
                star = OptionalInt.of(i);
            }
        }
        List<Type> types = new ArrayList<>();
        Type element = Simple.ERROR;
        if (type instanceof TupleType t) {
            int rest = t.elements().size() - elements.size() + 1;
            boolean wrong = star.isPresent() ? rest < 0 : rest != 1;
            if (wrong) {
                body.problems()
                        .report(
                                TypeCode.UNPACK,
                                span,
                                "the tuple has " + t.elements().size() + " elements");
            }
            for (int i = 0; i < elements.size(); i++) {
                types.add(elementType(t, i, star, wrong ? -1 : rest));
            }
        } else {
            TypedExpression iterated =
                    new TypedExpression.Constant(
                            krait.compiler.syntax.Literal.Singleton.NONE, type, span);
            element = body.expressions().iteration(iterated, span).element();
            if (UserCode.reaches(type)) {
                body.runsUserCode();
            }
            for (int i = 0; i < elements.size(); i++) {
                boolean starred = star.isPresent() && star.getAsInt() == i;
                types.add(starred ? body.builtins().type("list", element) : element);
            }
        }
        List<TypedTarget> targets = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Expression each =
                    elements.get(i) instanceof Expression.Starred s ? s.value() : elements.get(i);
            targets.add(target(each, types.get(i)));
        }
        return new TypedTarget.UnpackTarget(type, element, List.copyOf(targets), star, span);
    }

    private Type elementType(TupleType tuple, int index, OptionalInt star, int rest) {
        if (rest < 0) {
            return Simple.ERROR;
        }
        if (star.isEmpty() || index < star.getAsInt()) {
            return tuple.elements().get(index);
        }
        if (index == star.getAsInt()) {
            return body.builtins()
                    .type(
                            "list",
                            body.relations()
                                    .joinAll(tuple.elements().subList(index, index + rest)));
        }
        return tuple.elements().get(index + rest - 1);
    }

    /// A field, an item or a property as a place.
    TypedTarget place(Expression e) {
        if (e instanceof Expression.Attribute a) {
            return attribute(a);
        }
        if (e instanceof Expression.Subscript s) {
            return item(s);
        }
        body.problems().report(TypeCode.UNSUPPORTED, e.span(), "no assignment to this is known");
        return broken(e.span());
    }

    private static TypedTarget broken(Span span) {
        return new TypedTarget.VariableTarget(
                new Variable("$e", Variable.Kind.TEMPORARY, Simple.ERROR, null), span);
    }

    /// A variable of another module of the program.
    private Optional<TypedTarget> ofModule(Expression.Attribute a) {
        return body.expressions()
                        .attributes()
                        .ofModule(a)
                        .filter(b ->
                                b instanceof Binding.VariableBinding v
                                        && v.variable().module() != null
                                        && v.variable().module().origin() == Origin.COMPILED)
                        .isPresent()
                ? body.expressions()
                        .attributes()
                        .ofModule(a)
                        .map(b -> {
                            Variable variable = ((Binding.VariableBinding) b).variable();
                            variable.assigned(2);
                            body.flow().forget(variable);
                            return new TypedTarget.VariableTarget(variable, a.span());
                        })
                : Optional.empty();
    }

    private TypedTarget attribute(Expression.Attribute a) {
        Optional<TypedTarget> ofModule = ofModule(a);
        if (ofModule.isPresent()) {
            return ofModule.get();
        }
        Optional<ClassSymbol> owner = body.expressions().attributes().classOf(a.value());
        if (owner.isPresent()) {
            NominalType type = new NominalType(owner.get(), List.of());
            if (body.members().find(type, a.attr(), body.owner()).orElse(null)
                            instanceof Members.FieldMember f
                    && f.field().classVariable()) {
                if (f.field().owner() != owner.get() || f.field().fixed()) {
                    body.problems()
                            .report(
                                    TypeCode.FIXED,
                                    a.span(),
                                    "'" + a.attr() + "' belongs to " + f.field().owner().name());
                }
                return ofClass(f, a);
            }
        }
        TypedExpression object = body.expressions().object(a.value());
        if (object.type() == Simple.ERROR) {
            return broken(a.span());
        }
        if (object.type() instanceof Type.ClassObjectType c
                && body.session().below(c.instance().symbol()).isEmpty()
                && body.members().find(c.instance(), a.attr(), body.owner()).orElse(null)
                        instanceof Members.FieldMember f
                && f.field().classVariable()
                && f.field().owner() == c.instance().symbol()
                && !f.field().fixed()) {
            return ofClass(f, a);
        }
        Optional<Members.Member> member =
                body.members().find(object.type(), a.attr(), body.owner());
        if (member.isEmpty()) {
            boolean self =
                    body.context().flatMap(Body.Context::self).isPresent()
                            && object instanceof TypedExpression.VariableRead v
                            && v.variable() == body.context().get().self().get();
            if (self) {
                body.problems()
                        .report(
                                TypeCode.FIELD_PLACE,
                                a.span(),
                                "nothing declares the field '" + a.attr() + "'");
            } else {
                body.expressions().attributes().missing(object.type(), a);
            }
            return broken(a.span());
        }
        return switch (member.get()) {
            case Members.FieldMember f -> field(object, f, a);
            case Members.MethodMember m -> property(object, m, a);
        };
    }

    private TypedTarget ofClass(Members.FieldMember f, Expression.Attribute a) {
        body.session().shared().write(body, f.field(), a.span());
        body.flow().forget(body.session().standIn(f.field()));
        body.flow().forgetField(a.attr());
        return new TypedTarget.ClassVariableTarget(f.field(), f.type(), a.span());
    }

    private TypedTarget field(
            TypedExpression object, Members.FieldMember f, Expression.Attribute a) {
        ClassVariables variables = new ClassVariables(body);
        if (variables.assignable(f.field())) {
            body.flow().forgetField(a.attr());
            return variables.store(object, f, a.span());
        }
        boolean init =
                body.context().isPresent()
                        && body.context().get().symbol().name().equals("__init__");
        if ((f.field().fixed() && !init) || f.field().classVariable()) {
            body.problems()
                    .report(
                            TypeCode.FIXED,
                            a.span(),
                            "'" + a.attr() + "' can't be assigned through an object");
        }
        body.flow().forgetField(a.attr());
        body.initialFields().set(object, f.field());
        return new TypedTarget.FieldTarget(object, f.field(), f.type(), a.span());
    }

    private TypedTarget property(
            TypedExpression object, Members.MethodMember m, Expression.Attribute a) {
        Optional<FunctionSymbol> setter =
                object.type() instanceof NominalType n
                        ? body.members().setter(n, a.attr())
                        : Optional.empty();
        if (setter.isEmpty()) {
            body.problems().report(TypeCode.FIXED, a.span(), "'" + a.attr() + "' has no setter");
            return broken(a.span());
        }
        body.initialFields().used(object, a.span());
        body.runsUserCode();
        Type type = m.substitution().apply(setter.get().parameters().getFirst().type());
        return new TypedTarget.PropertyTarget(
                object, setter.get(), TypedExpression.Dispatch.VIRTUAL, type, a.span());
    }

    private TypedTarget item(Expression.Subscript s) {
        TypedExpression object = body.expressions().check(s.value());
        TypedExpression index = body.expressions().check(s.slice());
        if (object.type() == Simple.ERROR || index.type() == Simple.ERROR) {
            return broken(s.span());
        }
        Optional<Members.MethodMember> method = body.members().method(object.type(), "__setitem__");
        if (method.isPresent()) {
            for (FunctionSymbol setter : method.get().overloads()) {
                Substitution substitution = method.get().substitution();
                Type key = substitution.apply(setter.parameters().get(0).type());
                if (body.relations().assignable(index.type(), key)) {
                    if (setter.origin() == Origin.COMPILED
                            || UserCode.runs(setter, List.of(object.type(), index.type()))) {
                        body.runsUserCode();
                    }
                    return new TypedTarget.ItemTarget(
                            object,
                            body.coerce(index, key, "the index"),
                            setter,
                            TypedExpression.Dispatch.VIRTUAL,
                            substitution.apply(setter.parameters().get(1).type()),
                            s.span());
                }
            }
        }
        boolean none = Relations.mayBeNone(object.type());
        body.problems()
                .report(
                        none ? TypeCode.MAY_BE_NONE : TypeCode.OPERANDS,
                        s.span(),
                        object.type().show()
                                + " takes no item at an index of type "
                                + index.type().show());
        return broken(s.span());
    }
}
