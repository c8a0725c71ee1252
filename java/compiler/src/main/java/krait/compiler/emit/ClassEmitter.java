package krait.compiler.emit;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import krait.compiler.code.ClassPlan;
import krait.compiler.code.ClassPlan.FieldPlan;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Code;
import krait.compiler.code.IntForm;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Names;

/// Writes class files.
public final class ClassEmitter {
    /// What the library for class files says when one of their limits is exceeded.
    private static final Pattern LIMITS =
            Pattern.compile(
                    "outside the allowed range|too large|too long|out of range|not a valid index");

    private final ClassFile format;
    private final Hierarchy hierarchy;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();

    private ClassEmitter(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.format =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy.resolver()),
                        ClassFile.DeadLabelsOption.DROP_DEAD_LABELS);
    }

    /// Class files by their binary names.
    ///
    /// @param library finds the classes of the runtime
    public static Map<String, byte[]> emit(List<ClassPlan> plans, ClassLoader library) {
        ClassEmitter emitter = new ClassEmitter(new Hierarchy(plans, library));
        plans.stream().flatMap(plan -> Splitting.apply(plan).stream()).forEach(emitter::write);
        return emitter.classes;
    }

    private void write(ClassPlan plan) {
        List<TwinPlan> pairs =
                plan.methods().stream()
                        .filter(method -> method.shape() == Shape.PAIR)
                        .map(method -> TwinPlan.of(plan.type(), method))
                        .toList();
        put(plan.type(), out -> writeClass(out, plan, pairs));
        List<TwinPlan> twins = pairs.stream().filter(pair -> pair.code().hasInts()).toList();
        if (!twins.isEmpty()) {
            ClassDesc type = Names.twins(plan.type());
            put(type, out -> writeTwins(out, plan, twins));
        }
    }

    private void put(ClassDesc type, Consumer<ClassBuilder> content) {
        try {
            byte[] bytes = format.build(type, content);
            classes.put(type.packageName() + "." + type.displayName(), bytes);
        } catch (IllegalArgumentException e) {
            if (LIMITS.matcher(String.valueOf(e.getMessage())).find()) {
                throw new CodeTooLong(e);
            }
            throw e;
        }
    }

    private void writeClass(ClassBuilder out, ClassPlan plan, List<TwinPlan> pairs) {
        out.withFlags(ACC_PUBLIC | ACC_SUPER | (plan.isAbstract() ? ACC_ABSTRACT : 0));
        out.withSuperclass(plan.superclass());
        out.withInterfaceSymbols(plan.interfaces());
        out.with(SourceFileAttribute.of(plan.sourceFile()));
        plan.name().ifPresent(name -> out.with(annotation(name)));
        for (FieldPlan field : plan.fields()) {
            int flags = ACC_PUBLIC | (field.isStatic() ? ACC_STATIC : 0);
            out.withField(field.name(), field.type(), flags);
        }
        for (MethodPlan method : plan.methods()) {
            switch (method.shape()) {
                case WIDE -> writeWide(out, method);
                case STEP -> writeStep(out, plan, method);
                case ABSTRACT -> writeAbstract(out, method);
                case PAIR -> {}
            }
        }
        pairs.forEach(pair -> writePair(out, pair));
    }

    private static RuntimeVisibleAnnotationsAttribute annotation(ClassPlan.PythonName name) {
        return RuntimeVisibleAnnotationsAttribute.of(
                Annotation.of(
                        Library.of("PyClass"),
                        AnnotationElement.ofString("module", name.module()),
                        AnnotationElement.ofString("name", name.qualifiedName())));
    }

    private void writeWide(ClassBuilder out, MethodPlan method) {
        out.withMethodBody(
                method.name(),
                type(method, IntForm.WIDE),
                flags(method),
                code -> WideMethod.writePlain(code, method.code(), hierarchy));
    }

    private void writeStep(ClassBuilder out, ClassPlan plan, MethodPlan method) {
        TwinPlan step = TwinPlan.of(plan.type(), method);
        boolean pair = !step.points().isEmpty() && step.fitsArguments();
        MethodTypeDesc type = type(method, IntForm.FAST);
        Set<Local> kept = new LinkedHashSet<>(Suspensions.saved(step.code(), step.flow()));
        kept.addAll(step.carried());
        for (Local local : kept) {
            for (IntForm form : pair ? IntForm.values() : new IntForm[] {IntForm.WIDE}) {
                if (form == IntForm.WIDE || local.kind().equals(Kind.INT)) {
                    String name = Suspensions.field(local, form);
                    out.withField(name, local.kind().type(form), ACC_PUBLIC);
                }
            }
        }
        out.withMethodBody(
                pair ? Names.WIDE_STEP : method.name(),
                type,
                ACC_PUBLIC,
                code -> WideMethod.writeStep(code, step, hierarchy));
        if (pair) {
            out.withMethodBody(
                    method.name(),
                    type,
                    ACC_PUBLIC,
                    code -> new FastMethod(code, step, hierarchy).write());
            out.withMethodBody(
                    step.wideName(),
                    StepPacking.wideType(step),
                    ACC_PUBLIC | ACC_STATIC | ACC_SYNTHETIC,
                    code -> StepPacking.writeWide(code, step, hierarchy));
        }
    }

    private static void writeAbstract(ClassBuilder out, MethodPlan method) {
        int flags = ACC_PUBLIC | ACC_ABSTRACT;
        out.withMethod(method.name(), type(method, IntForm.FAST), flags, _ -> {});
        if (hasBoxedEntry(method)) {
            String name = method.name() + Names.BOXED;
            out.withMethod(name, type(method, IntForm.WIDE), flags, _ -> {});
        }
    }

    private void writePair(ClassBuilder out, TwinPlan pair) {
        MethodPlan method = pair.method();
        out.withMethodBody(
                method.name(),
                type(method, IntForm.FAST),
                flags(method),
                code -> new FastMethod(code, pair, hierarchy).write());
        if (hasBoxedEntry(method)) {
            out.withMethodBody(
                    method.name() + Names.BOXED,
                    type(method, IntForm.WIDE),
                    flags(method) | ACC_SYNTHETIC,
                    code -> FramePacking.writeBoxed(code, pair, hierarchy));
        }
    }

    private void writeTwins(ClassBuilder out, ClassPlan plan, List<TwinPlan> pairs) {
        out.withFlags(ACC_PUBLIC | ACC_SUPER | ACC_FINAL | ACC_SYNTHETIC);
        out.with(SourceFileAttribute.of(plan.sourceFile()));
        for (TwinPlan pair : pairs) {
            int flags = ACC_PUBLIC | ACC_STATIC;
            out.withMethodBody(
                    pair.twinName(),
                    TwinPlan.twinType(),
                    flags,
                    code -> WideMethod.writeTwin(code, pair, hierarchy));
            if (!pair.points().isEmpty()) {
                out.withMethodBody(
                        pair.wideName(),
                        FramePacking.wideType(pair),
                        flags | ACC_SYNTHETIC,
                        code -> FramePacking.writeWide(code, pair, hierarchy));
            }
        }
    }

    private static int flags(MethodPlan method) {
        return ACC_PUBLIC | (method.isStatic() ? ACC_STATIC : 0);
    }

    private static boolean hasBoxedEntry(MethodPlan method) {
        return Names.hasBoxedEntry(kinds(method), method.code().result());
    }

    private static MethodTypeDesc type(MethodPlan method, IntForm form) {
        return Names.type(kinds(method), method.code().result(), form);
    }

    /// Of the parameters, the receiver left out.
    private static List<Kind> kinds(MethodPlan method) {
        Code code = method.code();
        List<Kind> kinds = code.parameters().stream().map(Local::kind).toList();
        return method.isStatic() ? kinds : kinds.subList(1, kinds.size());
    }
}
