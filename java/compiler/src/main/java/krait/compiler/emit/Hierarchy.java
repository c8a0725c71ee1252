package krait.compiler.emit;

import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import krait.compiler.code.ClassPlan;

/// Which class is below which: of the program from its plans, of the library from its classes.
final class Hierarchy {
    private final Map<ClassDesc, ClassPlan> plans = new HashMap<>();
    private final ClassHierarchyResolver resolver;
    private final ClassLoader library;

    Hierarchy(List<ClassPlan> plans, ClassLoader library) {
        plans.forEach(plan -> this.plans.put(plan.type(), plan));
        this.library = library;
        this.resolver = own().orElse(ClassHierarchyResolver.ofClassLoading(library)).cached();
    }

    private ClassHierarchyResolver own() {
        return type -> {
            ClassPlan plan = plans.get(type);
            return plan == null
                    ? null
                    : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(plan.superclass());
        };
    }

    /// For stack maps.
    ClassHierarchyResolver resolver() {
        return resolver;
    }

    /// Whether a value of one type needs no cast to be of another.
    boolean assignable(ClassDesc from, ClassDesc to) {
        if (to.equals(ConstantDescs.CD_Object) || from.equals(to)) {
            return true;
        }
        ClassPlan plan = plans.get(from);
        if (plan != null) {
            return assignable(plan.superclass(), to)
                    || plan.interfaces().stream().anyMatch(each -> assignable(each, to));
        }
        if (plans.containsKey(to) || from.isArray() || to.isArray()) {
            return false;
        }
        return load(to).isAssignableFrom(load(from));
    }

    private Class<?> load(ClassDesc type) {
        String name = type.packageName() + "." + type.displayName();
        try {
            return Class.forName(name, false, library);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no class " + name, e);
        }
    }
}
