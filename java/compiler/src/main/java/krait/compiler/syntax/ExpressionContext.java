package krait.compiler.syntax;

/// What happens to the place that an expression names.
public enum ExpressionContext {
    LOAD("Load"),
    STORE("Store"),
    DEL("Del");

    private final String astName;

    ExpressionContext(String astName) {
        this.astName = astName;
    }

    /// Its name in CPython's `ast`.
    public String astName() {
        return astName;
    }
}
