package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A function, method, lambda or one overload of a stub. Two are the same only when they are one
/// object.
public final class FunctionSymbol {
    /// How it is bound.
    public enum Kind {
        FUNCTION,
        LAMBDA,
        METHOD,
        STATIC_METHOD,
        CLASS_METHOD,
        PROPERTY,
        PROPERTY_SETTER;

        /// Whether a receiver comes before the parameters.
        public boolean takesSelf() {
            return this == METHOD || this == PROPERTY || this == PROPERTY_SETTER;
        }
    }

    private final String name;
    private final String qualifiedName;
    private final ModuleSymbol module;
    private final Optional<ClassSymbol> owner;
    private final Kind kind;
    private final Origin origin;
    private @Nullable Supplier<Signature> source;
    private @Nullable Signature signature;
    private boolean generator;
    private boolean isAbstract;
    private boolean nested;
    private boolean mayReturnNotImplemented;
    private boolean returnsSelf;
    private boolean ofDataclass;
    private boolean cleansUp;
    private boolean calledExactly;
    private Optional<Supplier<Type>> packed = Optional.empty();
    private @Nullable TypeVariable ownSignature;
    private Optional<FunctionSymbol> alias = Optional.empty();
    private Optional<FunctionSymbol> meant = Optional.empty();

    FunctionSymbol(
            String name,
            String qualifiedName,
            ModuleSymbol module,
            Optional<ClassSymbol> owner,
            Kind kind,
            Origin origin,
            Supplier<Signature> signature) {
        this.name = name;
        this.qualifiedName = qualifiedName;
        this.module = module;
        this.owner = owner;
        this.kind = kind;
        this.origin = origin;
        this.source = signature;
    }

    public String name() {
        return name;
    }

    /// Python's `__qualname__`, such as `Tree.insert` or `make.<locals>.step`.
    public String qualifiedName() {
        return qualifiedName;
    }

    public ModuleSymbol module() {
        return module;
    }

    /// The class in whose body it stands.
    public Optional<ClassSymbol> owner() {
        return owner;
    }

    public Kind kind() {
        return kind;
    }

    public Origin origin() {
        return origin;
    }

    /// In order, without `self` and `cls`.
    public List<Parameter> parameters() {
        return signature().parameters();
    }

    /// As declared: it may mention type variables of the function and of its class. Of a generator
    /// it is the iterator.
    public Type result() {
        return signature().result();
    }

    public List<TypeVariable> typeParameters() {
        return signature().typeParameters();
    }

    Signature signature() {
        Signature known = signature;
        if (known == null) {
            Supplier<Signature> pending = source;
            if (pending == null) {
                throw new IllegalStateException("signature of " + qualifiedName + " needs itself");
            }
            source = null;
            known = pending.get();
            signature = known;
        }
        return known;
    }

    /// Whether its body yields.
    public boolean generator() {
        return generator;
    }

    public boolean isAbstract() {
        return isAbstract;
    }

    /// Whether it stands inside a function: then its value is a closure that holds what it captured
    /// and its defaults.
    public boolean nested() {
        return nested;
    }

    /// Whether the result may be NotImplemented beside what [#result] says: such a method returns
    /// an object.
    public boolean mayReturnNotImplemented() {
        return mayReturnNotImplemented;
    }

    /// Whether `@dataclass` adds it, so that the program does not write it out.
    public boolean ofDataclass() {
        return ofDataclass;
    }

    /// Whether it makes generators with code that runs when they are closed half-way.
    public boolean cleansUp() {
        return cleansUp;
    }

    /// Whether a call means this very method, whatever the class of the object overrides.
    public boolean calledExactly() {
        return calledExactly;
    }

    /// Whether it is `(*args: P.args, **kwargs: P.kwargs)`: its value takes both as one packet.
    public boolean isPacked() {
        return packed.isPresent();
    }

    /// The ParamSpec that its parameters are of.
    Optional<Type> packed() {
        return packed.map(Supplier::get);
    }

    void packed(Supplier<Type> type) {
        packed = Optional.of(type);
    }

    /// What a ParamSpec stands for where this function is meant.
    TypeVariable ownSignature() {
        TypeVariable known = ownSignature;
        if (known == null) {
            known = TypeVariable.signatureOf(this);
            ownSignature = known;
        }
        return known;
    }

    /// What a lambda was made for by the compiler: a method of a class, mentioned as a value.
    public Optional<FunctionSymbol> meant() {
        return meant;
    }

    void mean(FunctionSymbol method) {
        meant = Optional.of(method);
    }

    /// The method of the same class whose code it runs: it is another name of it.
    public Optional<FunctionSymbol> alias() {
        return alias;
    }

    void alias(FunctionSymbol method) {
        alias = Optional.of(method);
        method.markCalledExactly();
    }

    void markCalledExactly() {
        calledExactly = true;
    }

    void markCleansUp() {
        cleansUp = true;
    }

    void markOfDataclass() {
        ofDataclass = true;
    }

    /// Whether the result is of the receiver's own class.
    boolean returnsSelf() {
        return returnsSelf;
    }

    void markReturnsSelf() {
        returnsSelf = true;
    }

    void markGenerator() {
        generator = true;
    }

    void markAbstract() {
        isAbstract = true;
    }

    void markNested() {
        nested = true;
    }

    void markNotImplemented() {
        mayReturnNotImplemented = true;
    }

    @Override
    public String toString() {
        return module.name() + "." + qualifiedName;
    }
}
