package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;

/// What the lowering of one module shares: conventions, and the classes that come of it.
final class Program {
    final Natives natives;
    final Kinds kinds;
    final Fields fields;
    final Functions functions;
    final ClassDesc module;
    final String sourceFile;
    final List<FieldPlan> moduleFields = new ArrayList<>();
    final List<MethodPlan> moduleMethods = new ArrayList<>();
    final List<ClassPlan> classes = new ArrayList<>();
    final Map<ClassDesc, List<MethodPlan>> furtherMethods = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Program(Natives natives, Functions functions, ClassDesc module, String sourceFile) {
        this.natives = natives;
        this.kinds = functions.kinds();
        this.fields = new Fields(kinds);
        this.functions = functions;
        this.module = module;
        this.sourceFile = sourceFile;
    }

    /// The methods of a class that has functions of the module: its own or a further one.
    List<MethodPlan> methods(ClassDesc owner) {
        return owner.equals(module)
                ? moduleMethods
                : furtherMethods.computeIfAbsent(owner, _ -> new ArrayList<>());
    }

    /// A class of the module that the program does not name.
    ///
    /// @param kind one of those in [ModuleNames]
    ClassDesc inner(String kind, String name) {
        String unique = kind + name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = kind + name + "$" + i;
        }
        return ClassDesc.of(module.packageName() + "." + module.displayName() + unique);
    }

    void addClass(
            ClassDesc type,
            ClassDesc superclass,
            List<FieldPlan> fields,
            List<MethodPlan> methods) {
        classes.add(
                new ClassPlan(
                        type,
                        superclass,
                        List.of(),
                        false,
                        sourceFile,
                        Optional.empty(),
                        fields,
                        methods));
    }
}
