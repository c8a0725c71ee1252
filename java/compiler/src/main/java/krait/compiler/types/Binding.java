package krait.compiler.types;

import java.util.List;
import krait.compiler.syntax.Expression;

/// What a name stands for.
sealed interface Binding {
    record VariableBinding(Variable variable) implements Binding {}

    /// A function, or the overloads of a stub.
    ///
    /// @param variable bound when the `def` ran
    record FunctionBinding(List<FunctionSymbol> overloads, Variable variable) implements Binding {}

    /// A class.
    ///
    /// @param variable bound when the `class` ran
    record ClassBinding(ClassSymbol symbol, Variable variable) implements Binding {}

    /// A variable of the class whose body is being read.
    record FieldBinding(FieldSymbol field) implements Binding {}

    record ModuleBinding(ModuleScope module) implements Binding {}

    record TypeVariableBinding(TypeVariable variable) implements Binding {}

    /// A name for a type; its right side is read when somebody asks.
    record AliasBinding(
            Expression value, List<TypeVariable> parameters, ModuleScope home, AliasType type)
            implements Binding {
        /// Whether it was made by `NewType`: a call of it gives back its argument.
        boolean callable() {
            return value instanceof Expression.Call;
        }

        /// The type that it stands for.
        Expression target() {
            return value instanceof Expression.Call c ? c.args().getLast() : value;
        }
    }

    /// A form that the checker knows by name, such as `Optional` or `isinstance`.
    record SpecialBinding(String name) implements Binding {}
}
