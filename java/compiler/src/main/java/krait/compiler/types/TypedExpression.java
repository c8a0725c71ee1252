package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.BoolOperator;
import krait.compiler.syntax.CompareOperator;
import krait.compiler.syntax.Literal;
import krait.compiler.syntax.Operator;
import krait.compiler.syntax.UnaryOperator;

/// An expression with everything resolved.
///
/// Operands are evaluated in the order of the record's components. Where two static types differ, a
/// [Convert] stands between them. One seam is left to the emitter: the declared type of a
/// parameter, result or field may mention type variables, while `type` here, and the types of the
/// arguments, are what they stand for at this place. So `box.value` of a `Box[int]` has type int
/// though the field is declared `T`.
public sealed interface TypedExpression {
    Type type();

    Span span();

    /// A literal; of an int it may be negative here. `...` does not occur.
    record Constant(Literal value, Type type, Span span) implements TypedExpression {}

    /// `NotImplemented`, only as the value of a return in a function that
    /// [FunctionSymbol#mayReturnNotImplemented].
    record NotImplementedConstant(Type type, Span span) implements TypedExpression {}

    /// Its type is that of the variable. When `mayBeUnbound`, a missing value raises
    /// UnboundLocalError or NameError with CPython's message.
    record VariableRead(Variable variable, boolean mayBeUnbound, Type type, Span span)
            implements TypedExpression {}

    record FieldRead(TypedExpression object, FieldSymbol field, Type type, Span span)
            implements TypedExpression {}

    /// A variable of a class, read through the class or an object.
    record ClassVariableRead(FieldSymbol field, Type type, Span span) implements TypedExpression {}

    /// A class as a value; its type is [Type.ClassObjectType]. Also the receiver of a class method.
    record ClassReference(ClassSymbol symbol, Type type, Span span) implements TypedExpression {}

    /// `type(x)` of an object whose class is known at run time only.
    record ClassOf(TypedExpression object, Type type, Span span) implements TypedExpression {}

    /// How the code to run is found.
    enum Dispatch {
        /// This very function.
        STATIC,
        /// The override of the receiver's class.
        VIRTUAL,
        /// `super().f()` and `Class.f(object)`: this very method.
        SUPER,
        /// A nested function: the receiver is the function value, which holds what was captured.
        CLOSURE
    }

    /// A call of a known function or method, whether written as a call, an operator, a subscript, a
    /// property or a comparison. `arguments` has exactly one for every parameter, in the order of
    /// evaluation: given ones as CPython evaluates them, then defaults.
    ///
    /// @param receiver evaluated first
    /// @param typeArguments what the function's type parameters stand for here, in their order
    record Call(
            FunctionSymbol function,
            Optional<TypedExpression> receiver,
            List<Argument> arguments,
            Dispatch dispatch,
            List<Type> typeArguments,
            Type type,
            Span span)
            implements TypedExpression {
        /// The same call of this very method.
        Call exactly() {
            if (!function.kind().takesSelf()) {
                return this;
            }
            function.markCalledExactly();
            return new Call(
                    function, receiver, arguments, Dispatch.SUPER, typeArguments, type, span);
        }
    }

    /// A new object; its type says the class and the class's type arguments.
    ///
    /// @param constructor `__init__`, or of some native classes `__new__`, of the class or a base;
    ///   none where the class is made without arguments
    record New(
            ClassSymbol symbol,
            Optional<FunctionSymbol> constructor,
            List<Argument> arguments,
            Type type,
            Span span)
            implements TypedExpression {}

    /// A call of a function value.
    record CallValue(TypedExpression callee, List<TypedExpression> arguments, Type type, Span span)
            implements TypedExpression {}

    /// Both operands are int. The result is int, of `/` float. A power has an exponent that is a
    /// constant of at least 0.
    record IntArithmetic(
            Operator op, TypedExpression left, TypedExpression right, Type type, Span span)
            implements TypedExpression {}

    /// Both operands are float, and the result: `+ - * / // %` and `**` with a base that can't be
    /// negative or an exponent that is a whole constant, so that no complex number arises.
    record FloatArithmetic(
            Operator op, TypedExpression left, TypedExpression right, Type type, Span span)
            implements TypedExpression {}

    /// `& | ^` of two bools.
    record BoolArithmetic(
            Operator op, TypedExpression left, TypedExpression right, Type type, Span span)
            implements TypedExpression {}

    /// `- +` of int or float, `~` of int.
    record UnaryArithmetic(UnaryOperator op, TypedExpression operand, Type type, Span span)
            implements TypedExpression {}

    /// A binary operator whose outcome is known at run time only, since the method may return
    /// NotImplemented. First `forward` of the left operand, then `reflected` of the right one; when
    /// no method answers, CPython's TypeError, which shows `symbol`.
    record DunderOperation(
            String symbol,
            TypedExpression left,
            TypedExpression right,
            Optional<FunctionSymbol> forward,
            Optional<FunctionSymbol> reflected,
            Type type,
            Span span)
            implements TypedExpression {
        /// The same as an assignment `left op= right`.
        TypedExpression augmented() {
            String shown = symbol.equals("** or pow()") ? "**" : symbol;
            return new DunderOperation(shown + "=", left, right, forward, reflected, type, span);
        }
    }

    /// `first op right op right …`: each operand is evaluated once and only while the answer is
    /// open.
    record Comparison(TypedExpression first, List<Link> links, Type type, Span span)
            implements TypedExpression {}

    /// One comparison of a chain.
    ///
    /// @param function for [LinkKind#METHOD]
    record Link(
            CompareOperator op,
            LinkKind kind,
            Optional<FunctionSymbol> function,
            TypedExpression right) {}

    /// How two operands are compared.
    enum LinkKind {
        INT,
        FLOAT,
        /// One is int, the other float: exact, not by conversion.
        INT_FLOAT,
        BOOL,
        STR,
        /// `is` and `is not`.
        IDENTITY,
        /// `== != < <= > >=` by the function of the left operand, whose result is bool; for `!=` it
        /// is `__ne__`, or `__eq__` to be negated. `in` and `not in` by `__contains__` of the right
        /// one.
        METHOD,
        /// By the types at run time, as `Values` of the runtime does.
        VALUE
    }

    /// `and`, `or`. The first operand that decides is the result, converted to `type`; the last one
    /// is not tested.
    record Logical(BoolOperator op, List<Operand> operands, Type type, Span span)
            implements TypedExpression {}

    /// An operand of and/or. `value` is evaluated once; `result` is what it is worth when it
    /// decides: a read of `temporary`, converted to the type of the whole.
    ///
    /// @param temporary holds the value while it is tested; none where value and result are bools
    record Operand(
            TypedExpression value,
            TruthTest test,
            Optional<Variable> temporary,
            TypedExpression result) {}

    /// Of a bool.
    record Not(TypedExpression operand, Type type, Span span) implements TypedExpression {}

    /// `body if test else orelse`; both have the type of the whole, `test` is bool.
    record Conditional(
            TypedExpression test,
            TypedExpression body,
            TypedExpression orelse,
            Type type,
            Span span)
            implements TypedExpression {}

    /// A value as a bool.
    record Truth(TypedExpression value, TruthTest test, Type type, Span span)
            implements TypedExpression {}

    /// Another static type for the same value.
    record Convert(TypedExpression value, Conversion conversion, Type type, Span span)
            implements TypedExpression {}

    /// What [Convert] does.
    enum Conversion {
        /// To a supertype: boxes when the representation changes, never fails.
        WIDEN,
        /// To what a test has shown it to be: unboxes or casts, never fails.
        NARROW,
        /// An operand of arithmetic: `float(value)`, OverflowError when too large.
        INT_TO_FLOAT,
        /// An operand of arithmetic: 0 or 1.
        BOOL_TO_INT,
        /// An operand of arithmetic that is an int or a bool, which is what `isinstance(x, int)`
        /// tells.
        EITHER_TO_INT
    }

    /// Elements may be [Starred].
    record TupleDisplay(List<TypedExpression> elements, Type type, Span span)
            implements TypedExpression {}

    /// Elements may be [Starred].
    record ListDisplay(List<TypedExpression> elements, Type type, Span span)
            implements TypedExpression {}

    /// Elements may be [Starred]; never empty.
    record SetDisplay(List<TypedExpression> elements, Type type, Span span)
            implements TypedExpression {}

    record DictDisplay(List<Item> items, Type type, Span span) implements TypedExpression {}

    /// An item of a dict display; without a key the value is a mapping whose items are added.
    record Item(Optional<TypedExpression> key, TypedExpression value) {}

    /// `*iterable` in a display or among the arguments of `*args`; `type` is that of the elements.
    record Starred(Iteration iteration, Type type, Span span) implements TypedExpression {}

    /// Element of a fixed tuple at an index that is not negative here.
    record TupleItem(TypedExpression tuple, int index, Type type, Span span)
            implements TypedExpression {}

    /// A comprehension. A generator expression is lazy, but its first iterable is evaluated (and
    /// `iter` called) at once.
    ///
    /// @param value of a dict comprehension
    /// @param locals its own variables
    /// @param captures of a generator expression: variables of the enclosing functions that it uses
    record Comprehension(
            ComprehensionKind kind,
            TypedExpression element,
            Optional<TypedExpression> value,
            List<Clause> clauses,
            List<Variable> locals,
            List<Variable> captures,
            Type type,
            Span span)
            implements TypedExpression {}

    /// What a comprehension makes.
    enum ComprehensionKind {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /// `for target in … if …`; the conditions are bools.
    record Clause(TypedTarget target, Iteration iteration, List<TypedExpression> conditions) {}

    record Lambda(FunctionBody function, Type type, Span span) implements TypedExpression {}

    /// What a parameter gets without an argument; the function stands in no other function, or the
    /// default is a literal.
    record DefaultOf(FunctionSymbol function, Parameter parameter, Type type, Span span)
            implements TypedExpression {}

    /// A function as a value that takes its arguments as one packet, for a ParamSpec.
    ///
    /// @param closure the value of a function that stands inside another one
    record PackedFunction(
            FunctionSymbol function, Optional<TypedExpression> closure, Type type, Span span)
            implements TypedExpression {}

    /// A function of a module or class as a value; with a receiver a bound method. Nested functions
    /// are read from their variable. `type` is a [Type.CallableType], its parameters the first of
    /// the function's; the others take their defaults.
    record FunctionValue(
            FunctionSymbol function,
            Optional<TypedExpression> receiver,
            Dispatch dispatch,
            Type type,
            Span span)
            implements TypedExpression {}

    /// A class as a function value: calling it makes an object.
    record ConstructorValue(
            ClassSymbol symbol, Optional<FunctionSymbol> constructor, Type type, Span span)
            implements TypedExpression {}

    /// Whether the value is an instance of one of the classes.
    record IsInstance(TypedExpression value, List<ClassSymbol> classes, Type type, Span span)
            implements TypedExpression {}

    /// `value is None`, or `is not None` when `negated`.
    record IsNone(TypedExpression value, boolean negated, Type type, Span span)
            implements TypedExpression {}

    /// An f-string.
    record Format(List<Part> parts, Type type, Span span) implements TypedExpression {}

    /// A part of an f-string.
    sealed interface Part {}

    record TextPart(Literal.Str text) implements Part {}

    /// A value with its conversion and format spec.
    ///
    /// @param conversion -1, or one of `s`, `r`, `a`
    /// @param spec of type str
    record ValuePart(TypedExpression value, int conversion, Optional<TypedExpression> spec)
            implements Part {}

    /// `variable := value`; the value is converted to the variable's type, which is that of the
    /// whole.
    record NamedExpression(Variable variable, TypedExpression value, Type type, Span span)
            implements TypedExpression {}

    /// Statements, then the value: where one expression of the program takes several steps.
    record Block(List<TypedStatement> statements, TypedExpression value, Type type, Span span)
            implements TypedExpression {}

    /// Worth what is sent, None from a plain loop.
    record Yield(Optional<TypedExpression> value, Type type, Span span)
            implements TypedExpression {}

    /// Worth what the generator inside returns.
    record YieldFrom(Iteration iteration, Type type, Span span) implements TypedExpression {}

    /// `lower:upper:step` as a slice object; each is int or of type None.
    record SliceValue(
            Optional<TypedExpression> lower,
            Optional<TypedExpression> upper,
            Optional<TypedExpression> step,
            Type type,
            Span span)
            implements TypedExpression {}
}
