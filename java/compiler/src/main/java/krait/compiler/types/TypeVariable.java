package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A type parameter of a function or a class. Two are the same only when they are one object.
public final class TypeVariable implements Type {
    private final String name;
    private boolean unknown;
    private boolean wholeSignature;
    private @Nullable FunctionSymbol signatureOf;
    private @Nullable Supplier<Limits> source;
    private Limits limits = new Limits(List.of(), List.of());

    /// @param bound at most one element: the type that every argument must be a subtype of
    /// @param constraints none, or the only arguments that are allowed
    record Limits(List<Type> bound, List<Type> constraints) {}

    TypeVariable(String name, Supplier<Limits> limits) {
        this.name = name;
        this.source = limits;
    }

    /// Stands for one type that nobody knows, see [Unknowns].
    static TypeVariable unknown() {
        TypeVariable made = new TypeVariable("object", () -> new Limits(List.of(), List.of()));
        made.unknown = true;
        return made;
    }

    /// A ParamSpec: it stands for all parameters of a function.
    static TypeVariable paramSpec(String name) {
        TypeVariable made = new TypeVariable(name, () -> new Limits(List.of(), List.of()));
        made.wholeSignature = true;
        return made;
    }

    /// What a ParamSpec stands for: the parameters of one function.
    static TypeVariable signatureOf(FunctionSymbol function) {
        TypeVariable made = paramSpec("parameters of " + function.name());
        made.signatureOf = function;
        return made;
    }

    /// Whether it stands for all parameters of a function, given as one packet of arguments.
    boolean wholeSignature() {
        return wholeSignature;
    }

    /// The function whose parameters these are, where that is known.
    Optional<FunctionSymbol> signatureOf() {
        return Optional.ofNullable(signatureOf);
    }

    boolean isUnknown() {
        return unknown;
    }

    public String name() {
        return name;
    }

    /// At most one element: the type that every argument must be a subtype of.
    public List<Type> bound() {
        return limits().bound();
    }

    /// None, or the only arguments that are allowed.
    public List<Type> constraints() {
        return limits().constraints();
    }

    private Limits limits() {
        Supplier<Limits> pending = source;
        if (pending != null) {
            source = null;
            limits = pending.get();
        }
        return limits;
    }

    @Override
    public String show() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
