import org.jspecify.annotations.NullMarked;

/// Typed Python to JVM class files. Every phase is a pure function over its own types.
@NullMarked
module krait.compiler {
    requires transitive krait.base;
    requires transitive krait.runtime;

    exports krait.compiler.diagnostics;
    exports krait.compiler.explain;
    exports krait.compiler.program;
    exports krait.compiler.semantics;
    exports krait.compiler.syntax;
    exports krait.compiler.types;
}
