package krait.compiler.types;

import java.util.List;
import krait.compiler.types.Type.NominalType;
import krait.compiler.types.Type.TupleType;

/// The classes of the stub `builtins` that the checker itself speaks of.
final class Builtins {
    private final ModuleScope scope;
    private final ClassSymbol object;
    private final NominalType integer;
    private final NominalType real;
    private final NominalType bool;
    private final NominalType str;

    Builtins(ModuleScope scope) {
        this.scope = scope;
        this.object = symbol("object");
        this.integer = type("int");
        this.real = type("float");
        this.bool = type("bool");
        this.str = type("str");
    }

    ModuleScope scope() {
        return scope;
    }

    ClassSymbol symbol(String name) {
        if (scope.find(name).orElseThrow() instanceof Binding.ClassBinding binding) {
            return binding.symbol();
        }
        throw new IllegalStateException("the stub of builtins has no class " + name);
    }

    /// A class with type arguments.
    NominalType type(String name, Type... arguments) {
        return new NominalType(symbol(name), List.of(arguments));
    }

    ClassSymbol object() {
        return object;
    }

    NominalType integer() {
        return integer;
    }

    NominalType real() {
        return real;
    }

    NominalType bool() {
        return bool;
    }

    NominalType str() {
        return str;
    }

    /// A fixed tuple as `tuple[T, ...]`.
    NominalType tupleOf(TupleType tuple) {
        return type("tuple", Relations.union(tuple.elements()));
    }

    boolean is(Type type, String name) {
        return type instanceof NominalType n && n.symbol() == symbol(name);
    }

    /// Whether arithmetic on it is the JVM's.
    boolean numeric(Type type) {
        return type.equals(integer) || type.equals(real) || type.equals(bool);
    }
}
