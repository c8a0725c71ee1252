package krait.compiler.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.syntax.Ast;
import krait.compiler.types.Type.Simple;

/// Types of empty containers that later uses decide: `names = []`, then `names.append(word)`.
///
/// The first pass over a body opens a hole at each empty container; uses resolve it. A second pass
/// over the same body then begins with the answers, so that no typed node ever mentions a hole.
final class Holes {
    private final IdentityHashMap<TypeVariable, Ast> open = new IdentityHashMap<>();
    private final IdentityHashMap<TypeVariable, Type> resolved = new IdentityHashMap<>();
    private final IdentityHashMap<Ast, List<TypeVariable>> opened = new IdentityHashMap<>();
    private final IdentityHashMap<Ast, List<Type>> answers = new IdentityHashMap<>();
    private final Map<String, Type> widened = new HashMap<>();
    private final Map<String, Type> handled = new HashMap<>();
    private int widenings;

    /// The types for an empty container: known from the pass before, or new holes.
    List<Type> at(Ast place, int count) {
        List<Type> known = answers.get(place);
        if (known != null && known.size() >= count) {
            return known;
        }
        List<TypeVariable> holes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TypeVariable hole =
                    new TypeVariable("?", () -> new TypeVariable.Limits(List.of(), List.of()));
            open.put(hole, place);
            holes.add(hole);
        }
        opened.put(place, holes);
        return List.copyOf(holes);
    }

    boolean isOpen(Type type) {
        return type instanceof TypeVariable v && open.containsKey(v);
    }

    /// Something meets a hole: it is filled, or its filling has to fit.
    boolean resolve(Type from, Type to) {
        if (isOpen(to)) {
            return fill((TypeVariable) to, from);
        }
        return fill((TypeVariable) from, to);
    }

    private boolean fill(TypeVariable hole, Type type) {
        if (!mentionsHole(type)) {
            Type before = resolved.get(hole);
            if (before == null) {
                resolved.put(hole, type);
            } else if (type == Simple.NONE || before == Simple.NONE) {
                resolved.put(hole, Relations.union(before, type));
            }
        }
        return true;
    }

    boolean mentionsHole(Type type) {
        return Substitution.mentions(type, new ArrayList<>(open.keySet()));
    }

    /// A variable that began with None gets a wider type.
    void widen(String name, Scope scope, Type type) {
        widenings++;
        widened.put(scope.label() + name, type);
    }

    Type widened(String name, Scope scope, Type otherwise) {
        return otherwise == Simple.NONE
                ? widened.getOrDefault(scope.label() + name, otherwise)
                : otherwise;
    }

    /// The variable of several handlers gets a type that fits all.
    void handle(String name, Scope scope, Type type) {
        widenings++;
        handled.put(scope.label() + name, type);
    }

    Optional<Type> handled(String name, Scope scope) {
        return Optional.ofNullable(handled.get(scope.label() + name));
    }

    boolean anyOpen() {
        return !opened.isEmpty();
    }

    int widenings() {
        return widenings;
    }

    /// Ends a pass: what it has shown is known in the next one. When it has shown nothing new, or
    /// no other pass follows, what is still unknown stands for any object.
    ///
    /// @return the places about which nothing was found
    List<Ast> settle(Type object, boolean last) {
        List<Ast> unknown = new ArrayList<>();
        boolean news = false;
        for (Map.Entry<Ast, List<TypeVariable>> each : opened.entrySet()) {
            if (resolved.keySet().containsAll(each.getValue())) {
                answers.put(each.getKey(), answer(each.getValue(), object));
                news = true;
            } else {
                unknown.add(each.getKey());
            }
        }
        if (news && !last) {
            unknown.clear();
        }
        unknown.forEach(p -> answers.put(p, answer(opened.getOrDefault(p, List.of()), object)));
        opened.clear();
        open.clear();
        resolved.clear();
        return unknown;
    }

    private List<Type> answer(List<TypeVariable> holes, Type otherwise) {
        return holes.stream().map(h -> resolved.getOrDefault(h, otherwise)).toList();
    }
}
