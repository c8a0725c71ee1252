package krait.compiler.code;

/// Operations on two ints that give an int.
public enum IntOperation {
    ADD("add", true),
    SUBTRACT("sub", true),
    MULTIPLY("mul", true),
    FLOOR_DIVIDE("floordiv", true),
    MODULO("mod", false),
    POWER("pow", true),
    SHIFT_LEFT("lshift", true),
    SHIFT_RIGHT("rshift", false),
    AND("and", false),
    OR("or", false),
    XOR("xor", false);

    private final String method;
    private final boolean grows;

    IntOperation(String method, boolean grows) {
        this.method = method;
        this.grows = grows;
    }

    /// Its method of the runtime's `Ints`.
    public String method() {
        return method;
    }

    /// Whether the result of two longs may be too wide for a long.
    public boolean grows() {
        return grows;
    }
}
