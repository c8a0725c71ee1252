package krait.compiler.types;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A field of an object, or a variable of a class.
public final class FieldSymbol {
    private final String name;
    private final ClassSymbol owner;
    private final boolean classVariable;
    private final boolean fixed;
    private @Nullable Type type;
    private @Nullable Supplier<Type> source;
    private @Nullable FieldSymbol redefines;
    private @Nullable Shadow shadow;
    private boolean ofClassAlone;
    private boolean late;

    /// Where an object keeps a value of its own that hides the class's.
    ///
    /// @param flag whether the object has one
    record Shadow(FieldSymbol value, FieldSymbol flag) {}

    FieldSymbol(String name, ClassSymbol owner, Type type, boolean classVariable, boolean fixed) {
        this.name = name;
        this.owner = owner;
        this.type = type;
        this.classVariable = classVariable;
        this.fixed = fixed;
    }

    /// A field that a method other than `__init__` sets first.
    ///
    /// @param source tells its type, which is asked for when all classes are known
    FieldSymbol(String name, ClassSymbol owner, Supplier<Type> source, boolean fixed) {
        this.name = name;
        this.owner = owner;
        this.source = source;
        this.classVariable = false;
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
        Supplier<Type> pending = source;
        if (pending != null) {
            source = null;
            type = pending.get();
        }
        return type == null ? Type.Simple.ERROR : type;
    }

    /// Whether it may be read before it is set, which raises AttributeError.
    public boolean late() {
        return late;
    }

    void markLate() {
        late = true;
    }

    /// Whether it belongs to the class, not to each object.
    public boolean classVariable() {
        return classVariable;
    }

    /// Whether it is set once: Final, or a field of a frozen dataclass.
    public boolean fixed() {
        return fixed;
    }

    /// The variable of a base class that this one hides; itself where there is none.
    FieldSymbol root() {
        FieldSymbol above = redefines;
        return above == null ? this : above.root();
    }

    void redefines(FieldSymbol above) {
        redefines = above;
    }

    /// Whether it is a ClassVar, which objects don't assign.
    boolean ofClassAlone() {
        return ofClassAlone;
    }

    void markOfClassAlone() {
        ofClassAlone = true;
    }

    /// Whether the compiler adds it, beside those that the program names.
    boolean hidden() {
        return name.indexOf('$') >= 0;
    }

    /// Of a variable of a class that the program assigns through objects, too.
    Shadow shadow(Type bool) {
        Shadow known = shadow;
        if (known == null) {
            known =
                    new Shadow(
                            new FieldSymbol(name + "$own", owner, type(), false, false),
                            new FieldSymbol(name + "$set", owner, bool, false, false));
            owner.field(known.value());
            owner.field(known.flag());
            shadow = known;
        }
        return known;
    }

    void type(Type changed) {
        type = changed;
    }

    @Override
    public String toString() {
        return owner.name() + "." + name;
    }
}
