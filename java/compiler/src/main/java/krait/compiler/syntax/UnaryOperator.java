package krait.compiler.syntax;

/// Operators before one operand: `unaryop` of CPython's grammar of trees.
public enum UnaryOperator {
    INVERT("Invert", "~"),
    NOT("Not", "not"),
    U_ADD("UAdd", "+"),
    U_SUB("USub", "-");

    private final String astName;
    private final String symbol;

    UnaryOperator(String astName, String symbol) {
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
