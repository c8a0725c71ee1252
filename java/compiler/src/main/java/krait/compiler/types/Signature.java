package krait.compiler.types;

import java.util.List;
import java.util.Optional;

/// How a function is called.
///
/// @param parameters in order, without `self` and `cls`
/// @param self the annotation of `self` in a stub, which restricts an overload to some receivers
record Signature(
        List<TypeVariable> typeParameters,
        List<Parameter> parameters,
        Type result,
        Optional<Type> self) {}
