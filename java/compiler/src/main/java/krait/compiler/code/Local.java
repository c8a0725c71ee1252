package krait.compiler.code;

/// A variable of compiled code.
///
/// @param index its place in [Code#locals()]
/// @param name for those who read dumps; need not be unique
public record Local(int index, String name, Kind kind) implements Operand {}
