package krait.compiler.diagnostics;

/// Whether a program with such a diagnostic can run.
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /// As people read it.
    public String label() {
        return label;
    }
}
