package krait.compiler.types;

import java.util.List;
import java.util.OptionalInt;
import krait.compiler.diagnostics.Span;

/// A place that takes a value. Where the value's type is a subtype of [#type] (elements of an
/// unpacking, of a loop), the place widens it, as [TypedExpression.Convert] with WIDEN does.
public sealed interface TypedTarget {
    /// Of the values that it takes.
    Type type();

    Span span();

    record VariableTarget(Variable variable, Span span) implements TypedTarget {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /// The object is evaluated after the value.
    record FieldTarget(TypedExpression object, FieldSymbol field, Type type, Span span)
            implements TypedTarget {}

    record ClassVariableTarget(FieldSymbol field, Type type, Span span) implements TypedTarget {}

    /// A property with a setter.
    record PropertyTarget(
            TypedExpression object,
            FunctionSymbol setter,
            TypedExpression.Dispatch dispatch,
            Type type,
            Span span)
            implements TypedTarget {}

    /// `object[index] = value` by `__setitem__`; object and index are evaluated after the value,
    /// and the result is dropped.
    record ItemTarget(
            TypedExpression object,
            TypedExpression index,
            FunctionSymbol setter,
            TypedExpression.Dispatch dispatch,
            Type type,
            Span span)
            implements TypedTarget {}

    /// Several places that share the elements of one value. With a fixed tuple ([Type.TupleType])
    /// the count is right; any other source is iterated, and a wrong count raises ValueError as
    /// CPython does.
    ///
    /// @param source the type of the value that is unpacked
    /// @param element of an iterated source: the type of its elements
    /// @param star the index of the place that takes a list of the rest
    record UnpackTarget(
            Type source, Type element, List<TypedTarget> targets, OptionalInt star, Span span)
            implements TypedTarget {
        @Override
        public Type type() {
            return source;
        }
    }
}
