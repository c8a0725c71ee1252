package krait.compiler.syntax;

/// Codes of what the grammar refuses, and of what CPython refuses after it.
public enum SyntaxCode {
    /// No rule of the grammar fits.
    INVALID("KR100"),
    /// Characters that form no token.
    TOKEN("KR101"),
    /// Indentation: CPython's IndentationError and TabError.
    INDENTATION("KR102"),
    /// What stands left of an assignment, after `for`, `del` or `as` can't be assigned to.
    TARGET("KR103"),
    /// Parameters and arguments in an order or number that isn't allowed.
    PARAMETERS("KR104"),
    /// A statement or expression that may not stand where it does.
    PLACE("KR105"),
    /// Declarations of names that contradict each other.
    SCOPE("KR106"),
    /// The bytes are no text.
    ENCODING("KR107"),
    /// Deeper or longer than the compiler follows.
    LIMIT("KR108"),
    /// Patterns that bind names twice, or that nothing can reach.
    PATTERN("KR109");

    private final String code;

    SyntaxCode(String code) {
        this.code = code;
    }

    /// Such as `KR105`; stable.
    public String code() {
        return code;
    }
}
