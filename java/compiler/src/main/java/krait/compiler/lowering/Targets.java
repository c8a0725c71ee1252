package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Type;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedTarget;

/// Lowers assignments: what takes a value.
final class Targets {
    private static final ClassDesc UNPACKING = Library.of("Unpacking");

    private final Body body;

    Targets(Body body) {
        this.body = body;
    }

    void assign(TypedTarget target, TypedExpression value) {
        if (target instanceof TypedTarget.UnpackTarget unpack
                && value instanceof TypedExpression.TupleDisplay display
                && takesEach(unpack, display)) {
            parallel(unpack, display);
            return;
        }
        if (target instanceof TypedTarget.VariableTarget simple && simple.variable().holds()) {
            Operand operand = body.value(value);
            HeldGenerators.replaced(
                    body,
                    simple.variable(),
                    () -> body.variables.write(simple.variable(), operand),
                    false);
            return;
        }
        if (target instanceof TypedTarget.VariableTarget simple) {
            Optional<Local> direct = body.variables.direct(simple.variable());
            if (direct.isPresent()) {
                body.into(direct.orElseThrow(), value);
                body.variables.written(simple.variable());
                return;
            }
        }
        Operand operand = body.value(value);
        boolean simple =
                target instanceof TypedTarget.VariableTarget
                        || target instanceof TypedTarget.ClassVariableTarget;
        if (!simple && operand instanceof Local local) {
            Local kept = body.out.temporary(local.kind());
            body.out.add(new Move(kept, local));
            operand = kept;
        }
        store(target, operand);
    }

    /// Stores a value that no part of the target changes.
    void store(TypedTarget target, Operand value) {
        switch (target) {
            case TypedTarget.VariableTarget simple ->
                    body.variables.write(simple.variable(), value);
            case TypedTarget.FieldTarget field -> {
                Operand object = body.value(field.object());
                body.out.line(field.span().line());
                storeField(field.field(), object, value);
            }
            case TypedTarget.ClassVariableTarget field ->
                    body.out.add(body.program.fields.write(field.field(), List.of(value)));
            case TypedTarget.PropertyTarget property -> {
                Operand object = body.value(property.object());
                body.out.line(property.span().line());
                body.calls.compiled(
                        Optional.empty(),
                        property.setter(),
                        Access.VIRTUAL,
                        List.of(object, value));
            }
            case TypedTarget.ItemTarget item -> storeItem(item, value);
            case TypedTarget.UnpackTarget unpack -> unpack(unpack, value);
        }
    }

    private void storeField(FieldSymbol field, Operand object, Operand value) {
        if (field.owner().origin() != Origin.COMPILED) {
            throw new IllegalArgumentException("a field of the library is set: " + field);
        }
        body.out.add(body.program.fields.write(field, List.of(object, value)));
    }

    private void storeItem(TypedTarget.ItemTarget item, Operand value) {
        FunctionSymbol setter = item.setter();
        Local kept = body.local(value, body.program.kinds.of(item.type()));
        List<Operand> values = body.values(List.of(item.object(), item.index()));
        body.out.line(item.span().line());
        List<Operand> operands = List.of(values.get(0), values.get(1), kept);
        if (setter.origin() == Origin.NATIVE) {
            body.natives.method(Optional.empty(), setter, operands, item.span());
        } else {
            body.calls.compiled(Optional.empty(), setter, Access.VIRTUAL, operands);
        }
    }

    /// Whether each element of a tuple of known length has one target.
    private static boolean takesEach(TypedTarget.UnpackTarget target) {
        return target.source() instanceof Type.TupleType && target.star().isEmpty();
    }

    private static boolean takesEach(
            TypedTarget.UnpackTarget target, TypedExpression.TupleDisplay display) {
        return takesEach(target)
                && display.elements().stream().noneMatch(TypedExpression.Starred.class::isInstance);
    }

    /// `a, b = b, a + b`: no tuple is made, which the JVM would not see through in every place.
    private void parallel(TypedTarget.UnpackTarget target, TypedExpression.TupleDisplay display) {
        List<Loops.Item> parts = new ArrayList<>();
        for (TypedExpression each : display.elements()) {
            parts.add(element -> body.into(element, each));
        }
        unpack(target, parts);
    }

    private void unpack(TypedTarget.UnpackTarget target, Operand value) {
        body.out.line(target.span().line());
        Local items = body.out.local("unpacked", Kinds.TUPLE);
        if (takesEach(target)) {
            body.out.add(new Move(items, value));
        } else {
            items(items, target, value);
        }
        List<Loops.Item> parts = new ArrayList<>();
        for (int i = 0; i < target.targets().size(); i++) {
            int index = i;
            parts.add(element -> body.displays.element(element, items, index));
        }
        unpack(target, parts);
    }

    /// Stores elements, all of which are taken first.
    void unpack(TypedTarget.UnpackTarget target, List<Loops.Item> parts) {
        List<Local> elements = new ArrayList<>();
        for (int i = 0; i < target.targets().size(); i++) {
            Kind kind = body.program.kinds.of(target.targets().get(i).type());
            if (target.source() instanceof Type.TupleType fixed && target.star().isEmpty()) {
                kind = body.program.kinds.of(fixed.elements().get(i));
            }
            Local element = body.out.local("element", kind);
            parts.get(i).accept(element);
            elements.add(element);
        }
        for (int i = 0; i < elements.size(); i++) {
            store(target.targets().get(i), elements.get(i));
        }
    }

    private void items(Local items, TypedTarget.UnpackTarget target, Operand value) {
        ClassDesc tuple = Library.of("Tuple");
        Operand count = Operand.ofRaw(target.targets().size());
        if (target.star().isEmpty()) {
            MethodTypeDesc type = MethodTypeDesc.of(tuple, CD_Object, CD_long);
            body.out.call(items, Member.ofStatic(UNPACKING, "unpack", type), value, count);
            return;
        }
        int star = target.star().orElseThrow();
        Kind kind = body.program.kinds.of(target.targets().get(star).type());
        ClassDesc list = Displays.listClass(kind);
        Local rest = body.out.local("rest", Kind.of(list));
        body.out.call(rest, Member.ofConstructor(list));
        MethodTypeDesc type =
                MethodTypeDesc.of(tuple, CD_Object, CD_long, CD_long, Library.of("PyList"));
        Member unpack = Member.ofStatic(UNPACKING, "unpack", type);
        body.out.call(items, unpack, value, count, Operand.ofRaw(star), rest);
    }
}
