package krait.compiler.code;

/// Where the twin goes on when fast code meets an int that is too wide for it.
public enum Widening {
    /// It can't happen.
    NONE,
    /// At the instruction itself, which has had no effect.
    AGAIN,
    /// Behind the instruction, with the value as its result.
    BEHIND
}
