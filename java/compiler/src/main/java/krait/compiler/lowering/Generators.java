package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.types.Variable;

/// Plans classes of generators. What a generator begins with is in fields of its object.
final class Generators {
    private static final ClassDesc GENERATOR = Library.of("Generator");

    private Generators() {}

    /// One class. First its fields, then its code, then [#finish()].
    static final class Plan {
        private final Program program;
        private final ClassDesc type;
        private final Body step;
        private final Local self;
        private final List<FieldPlan> fields = new ArrayList<>();

        Plan(Program program, ClassDesc type) {
            this.program = program;
            this.type = type;
            this.step = new Body(program, type.displayName(), Optional.of(Kind.BOOL));
            this.self = step.out.parameter("self", Kind.of(type));
            step.generator = Optional.of(self);
        }

        /// The code between two yields.
        Body body() {
            return step;
        }

        /// A field whose value is in a local from the start.
        Local field(String name, Kind kind) {
            fields.add(new FieldPlan(name, Closures.fieldType(kind), false));
            Local local = step.out.local(name, kind);
            step.out.add(Closures.readCaptured(local, type, name, self));
            return local;
        }

        /// A variable of an enclosing function.
        void free(Variable variable, Kind kind, String name) {
            step.variables.declareFree(variable, field(name, kind));
        }

        void finish() {
            List<MethodPlan> methods = new ArrayList<>();
            Assembly init = new Assembly();
            Local object = init.parameter("self", Kind.of(type));
            MethodTypeDesc initType = MethodTypeDesc.of(CD_void);
            init.call(
                    new Member(Access.SPECIAL, GENERATOR, ConstantDescs.INIT_NAME, initType),
                    object);
            init.add(new Instruction.Return(Optional.empty()));
            methods.add(
                    new MethodPlan(
                            ConstantDescs.INIT_NAME,
                            false,
                            Shape.WIDE,
                            init.code(Optional.empty())));
            methods.add(
                    new MethodPlan(
                            "step", false, Shape.STEP, step.out.code(Optional.of(Kind.BOOL))));
            program.addClass(type, GENERATOR, fields, methods);
        }
    }
}
