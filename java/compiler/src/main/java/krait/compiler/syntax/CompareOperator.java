package krait.compiler.syntax;

/// Comparisons, which may be chained: `cmpop` of CPython's grammar of trees.
public enum CompareOperator {
    EQ("Eq", "=="),
    NOT_EQ("NotEq", "!="),
    LT("Lt", "<"),
    LT_E("LtE", "<="),
    GT("Gt", ">"),
    GT_E("GtE", ">="),
    IS("Is", "is"),
    IS_NOT("IsNot", "is not"),
    IN("In", "in"),
    NOT_IN("NotIn", "not in");

    private final String astName;
    private final String symbol;

    CompareOperator(String astName, String symbol) {
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
