package krait.compiler.semantics;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import krait.compiler.semantics.Block.Flag;

/// Whether every `global` and `nonlocal` has something to refer to, once all scopes are known.
final class ScopeAnalysis {
    private ScopeAnalysis() {}

    static void check(Block module) {
        check(module, Set.of(), Set.of());
    }

    /// @param outer names that functions around this scope bind
    /// @param typeParameters those among them that are type parameters
    private static void check(Block block, Set<String> outer, Set<String> typeParameters) {
        Set<String> bound = new HashSet<>(outer);
        Set<String> types = new HashSet<>(typeParameters);
        Set<String> local = new HashSet<>();
        for (Map.Entry<String, Set<Flag>> symbol : block.symbols.entrySet()) {
            String name = symbol.getKey();
            Set<Flag> flags = symbol.getValue();
            if (flags.contains(Flag.GLOBAL)) {
                if (flags.contains(Flag.NONLOCAL)) {
                    throw block.refused(
                            name,
                            "name '" + name + "' is nonlocal and global",
                            "keep one of the two declarations");
                }
                bound.remove(name);
            } else if (flags.contains(Flag.NONLOCAL)) {
                checkNonlocal(block, name, bound, types);
            } else if (isBound(flags)) {
                local.add(name);
                if (flags.contains(Flag.TYPE_PARAMETER)) {
                    types.add(name);
                } else {
                    types.remove(name);
                }
            }
        }
        descend(block, outer, bound, local, types);
    }

    private static void descend(
            Block block,
            Set<String> outer,
            Set<String> bound,
            Set<String> local,
            Set<String> types) {
        Set<String> inner = bound;
        if (block.kind == Block.Kind.CLASS) {
            inner = new HashSet<>(outer);
            inner.add("__class__");
            inner.add("__classdict__");
            inner.add("__conditional_annotations__");
        } else if (block.kind.isFunctionLike()) {
            inner.addAll(local);
        }
        for (Block child : block.children) {
            check(child, inner, types);
        }
    }

    private static boolean isBound(Set<Flag> flags) {
        return flags.contains(Flag.LOCAL)
                || flags.contains(Flag.PARAMETER)
                || flags.contains(Flag.IMPORTED)
                || flags.contains(Flag.TYPE_PARAMETER);
    }

    private static void checkNonlocal(
            Block block, String name, Set<String> bound, Set<String> typeParameters) {
        if (block.kind == Block.Kind.MODULE) {
            throw block.refused(
                    name,
                    "nonlocal declaration not allowed at module level",
                    "leave it out: names of a module are global already");
        }
        if (!bound.contains(name)) {
            throw block.refused(
                    name,
                    "no binding for nonlocal '" + name + "' found",
                    "assign the name in a function around this one, or use global");
        }
        if (typeParameters.contains(name)) {
            throw block.refused(
                    name,
                    "nonlocal binding not allowed for type parameter '" + name + "'",
                    "use another name");
        }
    }
}
