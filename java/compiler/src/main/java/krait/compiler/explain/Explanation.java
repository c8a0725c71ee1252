package krait.compiler.explain;

import krait.compiler.diagnostics.DiagnosticCode;

/// What a code of a diagnostic means.
///
/// @param wrong a program that is refused with it
/// @param right the same, rewritten
public record Explanation(DiagnosticCode code, String wrong, String right) {

    /// For people: title, reason, and both programs.
    public String render() {
        return code.code()
                + ": "
                + code.title()
                + "\n\n"
                + code.explanation()
                + "\n\nRefused:\n\n"
                + indented(wrong)
                + "\nRewrite: "
                + code.example()
                + "\n\n"
                + indented(right);
    }

    private static String indented(String program) {
        StringBuilder out = new StringBuilder();
        program.lines()
                .forEach(
                        line -> out.append(line.isEmpty() ? "" : "    ").append(line).append('\n'));
        return out.toString();
    }
}
