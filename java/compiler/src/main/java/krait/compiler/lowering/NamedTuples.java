package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.DataField;
import krait.compiler.types.FieldSymbol;
import krait.compiler.types.FunctionSymbol;

/// Lowers named tuples: classes below the runtime's tuple, whose fields are its items.
final class NamedTuples {
    static final String REPLACE = "_replace";

    private final Body body;

    NamedTuples(Body body) {
        this.body = body;
    }

    /// Which item a field is.
    static int place(FieldSymbol field) {
        List<DataField> fields = field.owner().dataFields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).field() == field) {
                return i;
            }
        }
        throw new IllegalArgumentException(field.toString());
    }

    /// Reads a field into a local of its own.
    Local read(FieldSymbol field, Operand object) {
        Local value = body.out.temporary(body.program.kinds.of(field.type()));
        body.displays.element(value, object, place(field));
        return value;
    }

    void create(Local target, ClassSymbol symbol, List<Operand> items) {
        Local array = body.out.temporary(Kind.of(CD_Object.arrayType()));
        body.out.add(new Instruction.Array(array, items));
        ClassDesc type = body.program.kinds.classOf(symbol);
        body.out.call(target, Member.ofConstructor(type, CD_Object.arrayType()), array);
    }

    /// `_replace`: the caller gives all items, the old ones where it has no new ones.
    static MethodPlan replace(Program program, FunctionSymbol method) {
        ClassSymbol symbol = method.owner().orElseThrow();
        Kind type = Kind.of(program.kinds.classOf(symbol));
        Body body = new Body(program, REPLACE, Optional.of(type));
        body.out.parameter("self", type);
        List<Operand> items = new ArrayList<>();
        List<Kind> kinds = program.functions.parameters(method);
        for (int i = 0; i < kinds.size(); i++) {
            items.add(body.out.parameter(method.parameters().get(i).name(), kinds.get(i)));
        }
        Local made = body.out.temporary(type);
        new NamedTuples(body).create(made, symbol, items);
        body.out.add(new Instruction.Return(Optional.of(made)));
        return new MethodPlan(REPLACE, false, Shape.PAIR, body.out.code(body.result));
    }
}
