package krait.compiler.types;

/// Where the code of a symbol comes from.
public enum Origin {
    /// Declared in a stub and written in Java.
    NATIVE,
    /// Compiled from Python.
    COMPILED
}
