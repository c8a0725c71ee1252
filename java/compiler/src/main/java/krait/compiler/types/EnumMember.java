package krait.compiler.types;

import krait.compiler.syntax.Expression;

/// A member of an enumeration, as its class writes it.
///
/// @param type of its value
record EnumMember(FieldSymbol field, Expression value, Type type) {}
