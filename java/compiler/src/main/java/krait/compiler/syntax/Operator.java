package krait.compiler.syntax;

/// Binary arithmetic and bit operators: `operator` of CPython's grammar of trees.
public enum Operator {
    ADD("Add", "+"),
    SUB("Sub", "-"),
    MULT("Mult", "*"),
    MAT_MULT("MatMult", "@"),
    DIV("Div", "/"),
    MOD("Mod", "%"),
    POW("Pow", "**"),
    L_SHIFT("LShift", "<<"),
    R_SHIFT("RShift", ">>"),
    BIT_OR("BitOr", "|"),
    BIT_XOR("BitXor", "^"),
    BIT_AND("BitAnd", "&"),
    FLOOR_DIV("FloorDiv", "//");

    private final String astName;
    private final String symbol;

    Operator(String astName, String symbol) {
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
