package krait.compiler.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.Span;

/// Collects what is wrong with one module. The same place is blamed once.
final class Problems {
    private final Source source;
    private Set<Diagnostic> found = new LinkedHashSet<>();

    Problems(Source source) {
        this.source = source;
    }

    /// Reports, and is the type of what was refused.
    Type report(TypeCode code, Span span, String message, String rewrite) {
        for (Diagnostic earlier : found) {
            if (earlier.span().equals(span)) {
                return Type.Simple.ERROR;
            }
        }
        found.add(Diagnostic.error(code.code(), source, span, message).rewrite(rewrite));
        return Type.Simple.ERROR;
    }

    Type report(TypeCode code, Span span, String message) {
        return report(code, span, message, code.example());
    }

    /// Whether something was said of this place.
    boolean blames(Span span) {
        return found.stream().anyMatch(d -> d.span().equals(span));
    }

    int count() {
        return found.size();
    }

    /// Forgets what came after the first `count`.
    void rewind(int count) {
        found = new LinkedHashSet<>(new ArrayList<>(found).subList(0, count));
    }

    List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
