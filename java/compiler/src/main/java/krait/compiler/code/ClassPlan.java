package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;

/// A class to be emitted.
///
/// @param sourceFile as tracebacks show it
/// @param name what Python calls it; none for classes that Python does not see
public record ClassPlan(
        ClassDesc type,
        ClassDesc superclass,
        List<ClassDesc> interfaces,
        boolean isAbstract,
        String sourceFile,
        Optional<PythonName> name,
        List<FieldPlan> fields,
        List<MethodPlan> methods) {
    public ClassPlan {
        interfaces = List.copyOf(interfaces);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
    }

    /// What `PyClass` says.
    public record PythonName(String module, String qualifiedName) {}

    /// A field of the class or of its objects.
    public record FieldPlan(String name, ClassDesc type, boolean isStatic) {}

    /// A method.
    ///
    /// @param code parameters include the receiver of an instance method
    public record MethodPlan(String name, boolean isStatic, Shape shape, Code code) {}

    /// In which forms of int a method is emitted.
    public enum Shape {
        /// Fast code with its twin, and an entry for ints that are objects.
        PAIR,
        /// Once, with ints as objects.
        WIDE,
        /// What a generator does between two yields: fast code until the first int is too wide.
        STEP,
        /// No code: to be overridden.
        ABSTRACT
    }
}
