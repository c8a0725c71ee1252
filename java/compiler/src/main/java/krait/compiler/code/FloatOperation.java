package krait.compiler.code;

/// Operations on two floats that the JVM has as instructions.
public enum FloatOperation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    /// By a divisor that is known not to be zero.
    DIVIDE
}
