package krait.compiler.types;

/// A field of an object, or a variable of a class.
public final class FieldSymbol {
    private final String name;
    private final ClassSymbol owner;
    private final boolean classVariable;
    private final boolean fixed;
    private Type type;

    FieldSymbol(String name, ClassSymbol owner, Type type, boolean classVariable, boolean fixed) {
        this.name = name;
        this.owner = owner;
        this.type = type;
        this.classVariable = classVariable;
        this.fixed = fixed;
    }

    public String name() {
        return name;
    }

    /// The class that introduces it.
    public ClassSymbol owner() {
        return owner;
    }

    /// As declared: it may mention type variables of the owner.
    public Type type() {
        return type;
    }

    /// Whether it belongs to the class, not to each object.
    public boolean classVariable() {
        return classVariable;
    }

    /// Whether it is set once: Final, or a field of a frozen dataclass.
    public boolean fixed() {
        return fixed;
    }

    void type(Type changed) {
        type = changed;
    }

    @Override
    public String toString() {
        return owner.name() + "." + name;
    }
}
