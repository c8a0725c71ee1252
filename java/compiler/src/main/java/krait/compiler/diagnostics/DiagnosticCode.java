package krait.compiler.diagnostics;

/// A kind of diagnostic.
public interface DiagnosticCode {
    /// Such as `KR310`; stable.
    String code();

    /// What is wrong, in a few words.
    String title();

    /// Why it is refused.
    String explanation();

    /// How it may be written instead.
    String example();
}
