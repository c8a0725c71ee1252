package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import krait.compiler.diagnostics.Span;
import krait.compiler.types.Type.NominalType;
import krait.runtime.Suggestions;

/// Fields that may be read before they are set: reading one raises AttributeError, as under
/// CPython.
final class LateFields {
    private LateFields() {}

    /// @param span where the field may have no value
    static void mark(FieldSymbol field, Session session, Problems problems, Span span) {
        if (field.late()) {
            return;
        }
        field.markLate();
        session.later(() -> notMistaken(field, session, problems, span));
    }

    /// The traceback of an AttributeError that nobody handles suggests an attribute with a name
    /// like the wanted one. Which ones an object has then is known when it runs.
    private static void notMistaken(
            FieldSymbol field, Session session, Problems problems, Span span) {
        Set<String> names = new TreeSet<>();
        attributes(field.owner(), session, names);
        session.below(field.owner()).forEach(below -> attributes(below, session, names));
        for (String other : names) {
            if (Suggestions.close(name(field), other)) {
                problems.report(
                        TypeCode.FIELD_UNSET,
                        span,
                        "field '"
                                + field.name()
                                + "' may have no value, and is named almost like '"
                                + other
                                + "', which CPython's message would mention",
                        "set it in __init__");
                return;
            }
        }
    }

    private static void attributes(ClassSymbol symbol, Session session, Set<String> names) {
        List<NominalType> all =
                new ArrayList<>(session.members().ancestors(NominalType.open(symbol)));
        all.add(session.builtins().type("object"));
        for (NominalType each : all) {
            each.symbol().fields().stream()
                    .filter(f -> !f.hidden())
                    .forEach(f -> names.add(name(f)));
            names.addAll(each.symbol().methods().keySet());
        }
    }

    /// As messages show it: a private name with that of its class.
    private static String name(FieldSymbol field) {
        return SpecialMethods.isPrivate(field.name())
                ? "_" + field.owner().name().replaceFirst("^_+", "") + field.name()
                : field.name();
    }
}
