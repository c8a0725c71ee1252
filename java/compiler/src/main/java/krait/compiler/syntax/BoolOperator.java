package krait.compiler.syntax;

/// Operators that may leave their right side alone: `boolop` of CPython's grammar of trees.
public enum BoolOperator {
    AND("And", "and"),
    OR("Or", "or");

    private final String astName;
    private final String symbol;

    BoolOperator(String astName, String symbol) {
        this.astName = astName;
        this.symbol = symbol;
    }

    /// Its name in CPython's `ast`.
    public String astName() {
        return astName;
    }

    /// As it is written in a program.
    public String symbol() {
        return symbol;
    }
}
