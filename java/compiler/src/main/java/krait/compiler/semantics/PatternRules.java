package krait.compiler.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Pattern;
import krait.compiler.syntax.SyntaxCode;

/// What PEP 634 demands of patterns beyond the grammar: each name is bound once, alternatives bind
/// the same names, and what matches everything stands last.
final class PatternRules {
    private static final int UNPACKED_MAX = 256;

    private final PlacedExpressions expressions;

    /// Names that the pattern has bound so far.
    private List<String> stores = new ArrayList<>();

    /// Whether a pattern that matches everything may stand at the place.
    private boolean irrefutable;

    PatternRules(PlacedExpressions expressions) {
        this.expressions = expressions;
    }

    /// @param several whether there are other cases
    void check(Ast.MatchCase matchCase, boolean last, boolean several) {
        if (last && several && isWildcard(matchCase.pattern())) {
            return;
        }
        stores = new ArrayList<>();
        irrefutable = last || matchCase.guard().isPresent();
        visit(matchCase.pattern());
    }

    private static boolean isWildcard(Pattern pattern) {
        return pattern instanceof Pattern.MatchAs as && as.name().isEmpty();
    }

    private void visit(Pattern pattern) {
        switch (pattern) {
            case Pattern.MatchValue p -> value(p);
            case Pattern.MatchSingleton _ -> {}
            case Pattern.MatchSequence p -> sequence(p);
            case Pattern.MatchStar p -> store(p.name(), p.span());
            case Pattern.MatchMapping p -> mapping(p);
            case Pattern.MatchClass p -> ofClass(p);
            case Pattern.MatchAs p -> as(p);
            case Pattern.MatchOr p -> alternatives(p);
        }
    }

    private static EarlyError refused(Span span, String message, String advice) {
        return new EarlyError(SyntaxCode.PATTERN, span, message, advice);
    }

    private void store(Optional<String> name, Span span) {
        if (name.isEmpty()) {
            return;
        }
        if (stores.contains(name.get())) {
            throw duplicate(name.get(), span);
        }
        stores.add(name.get());
    }

    private static EarlyError duplicate(String name, Span span) {
        return refused(
                span,
                "multiple assignments to name '" + name + "' in pattern",
                "use two names, and compare them in a guard");
    }

    private void value(Pattern.MatchValue pattern) {
        if (pattern.value() instanceof Expression.JoinedStr
                || pattern.value() instanceof Expression.TemplateStr) {
            throw refused(
                    pattern.span(),
                    "patterns may only match literals and attribute lookups",
                    "capture the value, and compare it in a guard");
        }
        expressions.visit(pattern.value());
    }

    private void sequence(Pattern.MatchSequence pattern) {
        boolean star = false;
        for (int i = 0; i < pattern.patterns().size(); i++) {
            if (!(pattern.patterns().get(i) instanceof Pattern.MatchStar)) {
                continue;
            }
            if (star) {
                throw refused(
                        pattern.span(),
                        "multiple starred names in sequence pattern",
                        "keep the star of one of them");
            }
            if (i >= UNPACKED_MAX && !isUnnamed(pattern.patterns().get(i))) {
                throw refused(
                        pattern.span(),
                        "too many expressions in star-unpacking sequence pattern",
                        "take the values by index");
            }
            star = true;
        }
        pattern.patterns().forEach(this::part);
    }

    private static boolean isUnnamed(Pattern star) {
        return star instanceof Pattern.MatchStar(Optional<String> name, var _) && name.isEmpty();
    }

    /// A part of a pattern, where everything may match.
    private void part(Pattern pattern) {
        boolean outer = irrefutable;
        irrefutable = true;
        visit(pattern);
        irrefutable = outer;
    }

    private void mapping(Pattern.MatchMapping pattern) {
        Set<Object> seen = new HashSet<>();
        for (Expression key : pattern.keys()) {
            if (key instanceof Expression.JoinedStr || key instanceof Expression.TemplateStr) {
                throw refused(
                        pattern.span(),
                        "mapping pattern keys may only match literals and attribute lookups",
                        "compare the value in a guard");
            }
            Optional<MappingKey> constant = MappingKey.of(key);
            if (constant.isPresent() && !seen.add(constant.get().compared())) {
                throw refused(
                        pattern.span(),
                        "mapping pattern checks duplicate key (" + constant.get().repr() + ")",
                        "leave one of them out");
            }
            expressions.visit(key);
        }
        pattern.patterns().forEach(this::part);
        store(pattern.rest(), pattern.span());
    }

    private void ofClass(Pattern.MatchClass pattern) {
        List<String> names = pattern.kwdAttrs();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (names.get(i).equals(names.get(j))) {
                    throw refused(
                            pattern.kwdPatterns().get(j).span(),
                            "attribute name repeated in class pattern: " + names.get(i),
                            "leave one of them out");
                }
            }
        }
        expressions.visit(pattern.cls());
        pattern.patterns().forEach(this::part);
        pattern.kwdPatterns().forEach(this::part);
    }

    private void as(Pattern.MatchAs pattern) {
        if (pattern.pattern().isPresent()) {
            visit(pattern.pattern().get());
        } else if (!irrefutable) {
            String what =
                    pattern.name().map(name -> "name capture '" + name + "'").orElse("wildcard");
            throw refused(
                    pattern.span(),
                    what + " makes remaining patterns unreachable",
                    "put it last; to compare with a constant, name it with a dot");
        }
        store(pattern.name(), pattern.span());
    }

    private void alternatives(Pattern.MatchOr pattern) {
        List<String> outer = stores;
        boolean allowed = irrefutable;
        Set<String> bound = new HashSet<>();
        List<String> order = List.of();
        for (int i = 0; i < pattern.patterns().size(); i++) {
            stores = new ArrayList<>();
            irrefutable = allowed && i == pattern.patterns().size() - 1;
            visit(pattern.patterns().get(i));
            if (i == 0) {
                order = stores;
                bound.addAll(stores);
            } else if (!bound.equals(new HashSet<>(stores))) {
                throw refused(
                        pattern.span(),
                        "alternative patterns bind different names",
                        "bind the same names in each of them");
            }
        }
        stores = outer;
        irrefutable = allowed;
        for (String name : order) {
            store(Optional.of(name), pattern.span());
        }
    }
}
