package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Assembly;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.Label;
import krait.compiler.code.Kind;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Member.Access;
import krait.compiler.code.Operand;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.types.TypedModule;

/// Turns checked modules into plans of classes: one for each module, one for each class, one for
/// each function value and generator.
public final class Lowering {
    /// The method that runs a module unless it ran before.
    public static final String IMPORT = "import";

    private static final String RAN = "\u2039ran\u203a";
    private static final String NOT_TRANSLATED = "KR500";

    private Lowering() {}

    /// What came of it.
    ///
    /// @param plans none when there are diagnostics
    public record Result(List<ClassPlan> plans, List<Diagnostic> diagnostics) {}

    /// Lowers a program.
    ///
    /// @param library finds the classes of the runtime
    public static Result lower(List<TypedModule> modules, ClassLoader library) {
        Natives natives = new Natives(library);
        Functions functions = new Functions(new Kinds(natives));
        List<ClassPlan> plans = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (TypedModule module : modules) {
            try {
                plans.addAll(lower(module, natives, functions));
            } catch (Unsupported refused) {
                diagnostics.add(
                        Diagnostic.error(
                                NOT_TRANSLATED,
                                module.source(),
                                refused.span(),
                                refused.what() + " can't be compiled"));
            }
        }
        plans.addAll(functions.protocols().plans(natives));
        return new Result(diagnostics.isEmpty() ? plans : List.of(), diagnostics);
    }

    private static List<ClassPlan> lower(TypedModule module, Natives natives, Functions functions) {
        ClassDesc type = ModuleNames.classOf(module.symbol());
        Program program = new Program(natives, functions, type, module.source().name());
        Body body = new Body(program, ModuleNames.BODY, Optional.empty());
        module.locals().forEach(body.variables::declare);
        body.statements(module.body());
        if (body.out.falls()) {
            body.out.add(new Instruction.Return(Optional.empty()));
        }
        program.moduleMethods.add(
                new MethodPlan(
                        ModuleNames.BODY, true, Shape.PAIR, body.out.code(Optional.empty())));
        program.fields.plan(module.symbol(), program);
        program.furtherMethods.forEach((owner, methods) ->
                program.addClass(owner, ConstantDescs.CD_Object, List.of(), methods));
        importing(type, program);
        program.classes.add(
                new ClassPlan(
                        type,
                        ConstantDescs.CD_Object,
                        List.of(),
                        false,
                        module.source().name(),
                        Optional.empty(),
                        program.moduleFields,
                        program.moduleMethods));
        return program.classes;
    }

    private static void importing(ClassDesc type, Program program) {
        Assembly out = new Assembly();
        Local ran = out.local("ran", Kind.BOOL);
        ClassDesc flag = ConstantDescs.CD_boolean;
        out.call(ran, Member.ofField(Access.GET_STATIC, type, RAN, flag));
        Label done = out.label();
        out.add(new JumpBool(ran, true, done));
        out.call(Member.ofField(Access.PUT_STATIC, type, RAN, flag), Operand.ofBool(true));
        var none = java.lang.constant.MethodTypeDesc.of(ConstantDescs.CD_void);
        out.call(Member.ofStatic(type, ModuleNames.BODY, none));
        out.add(done);
        out.add(new Instruction.Return(Optional.empty()));
        program.moduleFields.add(new FieldPlan(RAN, flag, true));
        program.moduleMethods.add(
                new MethodPlan(IMPORT, true, Shape.WIDE, out.code(Optional.empty())));
    }
}
