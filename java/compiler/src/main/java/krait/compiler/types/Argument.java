package krait.compiler.types;

/// What one parameter gets at a call.
public sealed interface Argument {
    Parameter parameter();

    /// A value of the program. For `*args` it is a [TypedExpression.TupleDisplay], for `**kwargs` a
    /// [TypedExpression.DictDisplay].
    ///
    /// @param named whether the call names the parameter
    record Given(Parameter parameter, TypedExpression value, boolean named) implements Argument {
        public Given(Parameter parameter, TypedExpression value) {
            this(parameter, value, false);
        }
    }

    /// The value that was computed when the function was defined.
    record Default(Parameter parameter) implements Argument {}
}
