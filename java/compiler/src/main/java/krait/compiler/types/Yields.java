package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// What a body says about its function before any type is known. Bodies of functions and classes
/// inside it are not looked into.
final class Yields {
    private static final Set<String> CLOSING = Set.of("BaseException", "GeneratorExit");

    private Yields() {}

    /// What `yield` is worth in a generator that returns this type.
    static Type sent(Type generator) {
        return argument(generator, 1);
    }

    /// What `yield from` is worth over this type: what such a generator returns.
    static Type returned(Type generator) {
        return argument(generator, 2);
    }

    private static Type argument(Type generator, int index) {
        return generator instanceof Type.NominalType n
                        && n.symbol().name().equals("Generator")
                        && n.arguments().size() > index
                ? n.arguments().get(index)
                : Type.Simple.NONE;
    }

    static boolean in(List<Statement> body) {
        boolean[] found = {false};
        each(
                body,
                node -> {
                    if (node instanceof Expression.Yield || node instanceof Expression.YieldFrom) {
                        found[0] = true;
                    }
                });
        return found[0];
    }

    /// Whether a `yield` stands where something runs, or is told, when the generator is closed
    /// there.
    static boolean guarded(List<Statement> body) {
        boolean[] found = {false};
        each(
                body,
                node -> {
                    found[0] |= node instanceof Statement.With w && in(w.body());
                    found[0] |= node instanceof Statement.Try t && guarded(t);
                });
        return found[0];
    }

    private static boolean guarded(Statement.Try t) {
        List<Statement> guarded = new ArrayList<>(t.body());
        boolean told = t.handlers().stream().anyMatch(Yields::hearsClosing);
        if (!t.finalbody().isEmpty()) {
            guarded.addAll(t.orelse());
            t.handlers().forEach(h -> guarded.addAll(h.body()));
            told = true;
        }
        return told && in(guarded);
    }

    /// Whether `except` may catch GeneratorExit.
    private static boolean hearsClosing(Ast.ExceptHandler handler) {
        boolean[] found = {handler.type().isEmpty()};
        handler.type()
                .ifPresent(type ->
                        TreeWalk.walk(
                                type,
                                node -> {
                                    found[0] |= node instanceof Expression.Attribute;
                                    found[0] |=
                                            node instanceof Expression.Name name
                                                    && CLOSING.contains(name.id());
                                }));
        return found[0];
    }

    static boolean returnsValue(List<Statement> body) {
        boolean[] found = {false};
        each(
                body,
                node -> {
                    if (node instanceof Statement.Return r && r.value().isPresent()) {
                        found[0] = true;
                    }
                });
        return found[0];
    }

    static boolean returnsNotImplemented(List<Statement> body) {
        boolean[] found = {false};
        each(
                body,
                node -> {
                    if (node instanceof Statement.Return r
                            && r.value().orElse(null) instanceof Expression.Name n
                            && n.id().equals("NotImplemented")) {
                        found[0] = true;
                    }
                });
        return found[0];
    }

    private static void each(List<Statement> body, Consumer<Ast> visitor) {
        body.forEach(s -> TreeWalk.walk(s, visitor));
    }
}
