package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.Instruction.Throw;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.types.Origin;
import krait.compiler.types.Variable;

/// Reads and writes variables: locals, cells, static fields.
final class Variables {
    static final ClassDesc CELL = Library.of("Cell");
    private static final ClassDesc UNBOUND = Library.of("Unbound");

    private final Body body;
    private final Map<Variable, Local> locals = new HashMap<>();
    private final Map<Variable, Local> flags = new HashMap<>();
    private final Map<Variable, Boolean> free = new HashMap<>();

    Variables(Body body) {
        this.body = body;
    }

    /// Declares a variable of the function, without a value.
    void declare(Variable variable) {
        if (variable.kind() == Variable.Kind.GLOBAL || locals.containsKey(variable)) {
            return;
        }
        if (variable.cell()) {
            Local cell = body.out.local("cell " + variable.name(), Kind.of(CELL));
            locals.put(variable, cell);
            body.out.call(cell, Member.ofConstructor(CELL));
            return;
        }
        Kind kind = body.program.kinds.of(variable.type());
        locals.put(variable, body.out.local(variable.name(), kind));
        if (variable.mayBeUnbound()) {
            Local flag = body.out.local("bound " + variable.name(), Kind.BOOL);
            flags.put(variable, flag);
            body.out.add(new Move(flag, Operand.ofBool(false)));
        }
    }

    /// Declares a variable whose value, or cell, is in a local already.
    void declare(Variable variable, Local local) {
        locals.put(variable, local);
    }

    /// Declares a variable of an enclosing function.
    void declareFree(Variable variable, Local local) {
        locals.put(variable, local);
        free.put(variable, true);
    }

    /// The local that holds a variable, or its cell.
    Local holder(Variable variable) {
        return Objects.requireNonNull(locals.get(variable), variable::toString);
    }

    private boolean isGlobal(Variable variable) {
        return variable.kind() == Variable.Kind.GLOBAL && !locals.containsKey(variable);
    }

    private static boolean isNative(Variable variable) {
        return Objects.requireNonNull(variable.module()).origin() == Origin.NATIVE;
    }

    private Kind kind(Variable variable) {
        return body.program.kinds.of(variable.type());
    }

    Operand read(Variable variable, boolean mayBeUnbound) {
        if (isGlobal(variable) && isNative(variable)) {
            Local value = body.out.temporary(kind(variable));
            body.natives.variable(value, variable);
            return value;
        }
        if (isGlobal(variable)) {
            if (mayBeUnbound) {
                Local flag = body.out.temporary(Kind.BOOL);
                body.out.call(flag, boundField(variable, Access.GET_STATIC));
                check(flag, "global", variable.name());
            }
            Local value = body.out.temporary(kind(variable));
            body.out.add(body.program.fields.readGlobal(value, variable));
            return value;
        }
        if (variable.cell()) {
            return readCell(variable, mayBeUnbound);
        }
        if (mayBeUnbound && flags.containsKey(variable)) {
            check(flags.get(variable), "local", variable.name());
        }
        return holder(variable);
    }

    private Operand readCell(Variable variable, boolean mayBeUnbound) {
        Local raw = body.out.temporary(Kind.OBJECT);
        body.out.call(raw, cellField(Access.GET_FIELD), holder(variable));
        if (mayBeUnbound) {
            Local unbound = body.out.temporary(Kind.BOOL);
            MethodTypeDesc type =
                    MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
            body.out.call(unbound, Member.ofStatic(UNBOUND, "is", type), raw);
            Label bound = body.out.label();
            body.out.add(new JumpBool(unbound, false, bound));
            fail(free.containsKey(variable) ? "free" : "local", variable.name());
            body.out.add(bound);
        }
        return body.local(raw, kind(variable));
    }

    private void check(Local flag, String scope, String name) {
        Label bound = body.out.label();
        body.out.add(new JumpBool(flag, true, bound));
        fail(scope, name);
        body.out.add(bound);
    }

    private void fail(String scope, String name) {
        Local error = body.out.temporary(Kinds.EXCEPTION);
        MethodTypeDesc type =
                MethodTypeDesc.of(Library.of("PyBaseException"), ConstantDescs.CD_String);
        body.out.call(error, Member.ofStatic(UNBOUND, scope, type), new Operand.TextConstant(name));
        body.out.add(new Throw(error));
    }

    void write(Variable variable, Operand value) {
        if (isGlobal(variable)) {
            body.out.add(body.program.fields.writeGlobal(variable, value));
            setFlag(variable, true);
        } else if (variable.cell()) {
            body.out.call(cellField(Access.PUT_FIELD), holder(variable), value);
        } else {
            body.out.add(new Move(holder(variable), value));
            setFlag(variable, true);
        }
    }

    /// The local to compute a value into, when the variable is one; then [#written] has to follow.
    Optional<Local> direct(Variable variable) {
        return isGlobal(variable) || variable.cell()
                ? Optional.empty()
                : Optional.of(holder(variable));
    }

    /// Notes that [#direct] has a value now.
    void written(Variable variable) {
        setFlag(variable, true);
    }

    /// Notes that a definition was reached, whose variable is not used as a value.
    void markBound(Variable variable) {
        setFlag(variable, true);
    }

    /// Takes the value away.
    void delete(Variable variable) {
        if (!isGlobal(variable) && variable.cell()) {
            Local none = body.out.temporary(Kind.OBJECT);
            body.out.call(none, Member.ofField(Access.GET_STATIC, UNBOUND, "VALUE", UNBOUND));
            body.out.call(cellField(Access.PUT_FIELD), holder(variable), none);
        } else {
            setFlag(variable, false);
        }
    }

    private void setFlag(Variable variable, boolean bound) {
        if (!variable.mayBeUnbound()) {
            return;
        }
        if (isGlobal(variable)) {
            body.out.call(boundField(variable, Access.PUT_STATIC), Operand.ofBool(bound));
        } else if (flags.containsKey(variable)) {
            body.out.add(new Move(flags.get(variable), Operand.ofBool(bound)));
        }
    }

    private Member boundField(Variable variable, Access access) {
        return body.program.fields.bound(variable, access);
    }

    private static Member cellField(Access access) {
        return Member.ofField(access, CELL, "value", ConstantDescs.CD_Object);
    }

    /// Puts a captured variable into a field of an object that outlives the function.
    Call capture(Local object, ClassDesc owner, String field, Variable variable) {
        Local holder = holder(variable);
        Member put =
                Member.ofField(Access.PUT_FIELD, owner, field, Closures.fieldType(holder.kind()));
        return new Call(
                Optional.empty(),
                put,
                put,
                java.util.List.of(object, holder),
                krait.compiler.code.Widening.NONE);
    }
}
