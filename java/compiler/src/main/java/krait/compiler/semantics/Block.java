package krait.compiler.semantics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.SyntaxCode;
import org.jspecify.annotations.Nullable;

/// A scope and what is known of its names: an entry of CPython's symbol table.
final class Block {
    /// What the scope belongs to.
    enum Kind {
        MODULE,
        CLASS,
        /// A function, a lambda or a comprehension.
        FUNCTION,
        ANNOTATION,
        /// The bound or the default of a type parameter.
        TYPE_VARIABLE,
        TYPE_ALIAS,
        /// Around a generic definition.
        TYPE_PARAMETERS;

        boolean isFunctionLike() {
            return this != MODULE && this != CLASS;
        }
    }

    /// What a program does with a name.
    enum Flag {
        PARAMETER,
        /// Assigned to.
        LOCAL,
        IMPORTED,
        TYPE_PARAMETER,
        GLOBAL,
        NONLOCAL,
        USED,
        ANNOTATED,
        /// The target of a comprehension's loop.
        ITERATED
    }

    /// A `global` or `nonlocal`, written or implied by `:=` in a comprehension.
    private record Directive(String name, Span span) {}

    final Kind kind;

    /// `list comprehension` and the like; empty for what is no comprehension.
    final String comprehension;

    /// What a scope of kind [Kind#TYPE_VARIABLE] is, such as `a TypeVar bound`.
    final String role;

    final Map<String, Set<Flag>> symbols = new LinkedHashMap<>();
    final List<Block> children = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();

    boolean coroutine;
    boolean generator;

    /// Whether the target of a comprehension's loop is being visited.
    boolean inTarget;

    /// How many iterables of comprehensions the place is in.
    int iterables;

    @Nullable Block annotations;

    Block(Kind kind, String comprehension, String role) {
        this.kind = kind;
        this.comprehension = comprehension;
        this.role = role;
    }

    boolean isComprehension() {
        return !comprehension.isEmpty();
    }

    boolean isCoroutine() {
        return kind == Kind.FUNCTION && coroutine;
    }

    /// What is known of a name so far.
    Set<Flag> flags(String name) {
        return symbols.getOrDefault(name, EnumSet.noneOf(Flag.class));
    }

    void direct(String name, Span span) {
        directives.add(new Directive(name, span));
    }

    /// About the first declaration of a name.
    EarlyError refused(String name, String message, String advice) {
        for (Directive directive : directives) {
            if (directive.name().equals(name)) {
                return new EarlyError(SyntaxCode.SCOPE, directive.span(), message, advice);
            }
        }
        throw new IllegalStateException(name + " has no declaration");
    }

    /// Adds to what is known of a name.
    ///
    /// @param written as in the source, where a private name isn't mangled
    void add(String name, String written, Flag flag, Span span) {
        Set<Flag> known = symbols.computeIfAbsent(name, _ -> EnumSet.noneOf(Flag.class));
        if (flag == Flag.PARAMETER && known.contains(flag)) {
            throw new EarlyError(
                    SyntaxCode.PARAMETERS,
                    span,
                    "duplicate argument '" + written + "' in function definition",
                    "give each parameter a name of its own");
        }
        if (flag == Flag.TYPE_PARAMETER && known.contains(flag)) {
            throw new EarlyError(
                    SyntaxCode.PARAMETERS,
                    span,
                    "duplicate type parameter '" + written + "'",
                    "give each type parameter a name of its own");
        }
        known.add(flag);
        if (inTarget) {
            if (known.contains(Flag.GLOBAL) || known.contains(Flag.NONLOCAL)) {
                throw new EarlyError(
                        SyntaxCode.SCOPE,
                        span,
                        "comprehension inner loop cannot rebind assignment expression target '"
                                + written
                                + "'",
                        "use another name for one of the two");
            }
            known.add(Flag.ITERATED);
        }
    }
}
