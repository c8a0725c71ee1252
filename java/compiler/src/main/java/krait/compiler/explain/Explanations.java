package krait.compiler.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import krait.compiler.diagnostics.DiagnosticCode;
import krait.compiler.syntax.SyntaxCode;
import krait.compiler.types.TypeCode;

/// What `krait check --explain` says. The programs are resources beside this class, named for their
/// code.
public final class Explanations {
    private Explanations() {}

    /// All codes, in the order of their numbers.
    public static List<DiagnosticCode> codes() {
        Stream<DiagnosticCode> syntax = Stream.of(SyntaxCode.values());
        Stream<DiagnosticCode> types = Stream.of(TypeCode.values());
        return Stream.concat(syntax, types)
                .sorted(Comparator.comparing(DiagnosticCode::code))
                .toList();
    }

    /// The explanation of a code such as `KR310`, in letters of any case.
    public static Optional<Explanation> of(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return codes().stream()
                .filter(each -> each.code().equals(wanted))
                .findFirst()
                .map(Explanations::explanation);
    }

    private static Explanation explanation(DiagnosticCode code) {
        return new Explanation(code, program(code, "wrong"), program(code, "right"));
    }

    private static String program(DiagnosticCode code, String kind) {
        String name = code.code() + "." + kind + ".py";
        try (InputStream in = Explanations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
