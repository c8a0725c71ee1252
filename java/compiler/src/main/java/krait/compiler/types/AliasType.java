package krait.compiler.types;

import org.jspecify.annotations.Nullable;

/// A name for a type that mentions itself, such as `type Json = int | list[Json]`: what stands
/// where it is mentioned. Two are the same only when they are one object.
public final class AliasType implements Type {
    private final String name;
    private boolean resolving;
    private @Nullable Type target;

    AliasType(String name) {
        this.name = name;
    }

    /// What the name stands for.
    public Type target() {
        Type known = target;
        return known == null ? Simple.ERROR : known;
    }

    /// Whether its right side is being read.
    boolean resolving() {
        return resolving;
    }

    boolean resolved() {
        return target != null;
    }

    void begin() {
        resolving = true;
    }

    void end(Type found) {
        resolving = false;
        target = found;
    }

    /// The type itself in place of a name for it.
    static Type expand(Type type) {
        return type instanceof AliasType alias && alias.resolved() ? alias.target() : type;
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
