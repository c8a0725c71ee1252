package krait.compiler.types;

import java.util.List;
import java.util.stream.Collectors;

/// The static type of an expression.
public sealed interface Type
        permits Type.NominalType,
                Type.TupleType,
                Type.UnionType,
                Type.CallableType,
                Type.ClassObjectType,
                Type.ModuleType,
                Type.Simple,
                TypeVariable,
                AliasType {

    /// As Python writes it in an annotation.
    String show();

    /// An instance of a class: `int`, `list[int]`, a class of the program. `tuple[T, ...]` is one
    /// of class tuple with one argument. `int` means exactly int, never bool.
    record NominalType(ClassSymbol symbol, List<Type> arguments) implements Type {
        /// A generic class with its own parameters as arguments.
        static NominalType open(ClassSymbol symbol) {
            return new NominalType(symbol, List.copyOf(symbol.typeParameters()));
        }

        @Override
        public String show() {
            if (symbol.name().equals("tuple") && arguments.size() == 1) {
                return "tuple[" + arguments.getFirst().show() + ", ...]";
            }
            Type plain = LiteralPatterns.plain(this);
            if (!plain.equals(this)) {
                return plain.show();
            }
            return arguments.isEmpty()
                    ? symbol.name()
                    : symbol.name() + "[" + list(arguments) + "]";
        }

        @Override
        public String toString() {
            return show();
        }
    }

    /// A tuple whose length and element types are known: `tuple[int, str]`, `tuple[()]`.
    record TupleType(List<Type> elements) implements Type {
        @Override
        public String show() {
            return elements.isEmpty() ? "tuple[()]" : "tuple[" + list(elements) + "]";
        }

        @Override
        public String toString() {
            return show();
        }
    }

    /// Two or more members, none of them a union, none twice. `None` is the last when it is there.
    record UnionType(List<Type> members) implements Type {
        @Override
        public String show() {
            return members.stream().map(Type::show).collect(Collectors.joining(" | "));
        }

        @Override
        public String toString() {
            return show();
        }
    }

    /// A function value. All parameters are positional.
    record CallableType(List<Type> parameters, Type result) implements Type {
        @Override
        public String show() {
            return "Callable[[" + list(parameters) + "], " + result.show() + "]";
        }

        @Override
        public String toString() {
            return show();
        }
    }

    /// A class as a value, as in `kind = Circle`.
    record ClassObjectType(NominalType instance) implements Type {
        @Override
        public String show() {
            return "type[" + instance.show() + "]";
        }

        @Override
        public String toString() {
            return show();
        }
    }

    /// A module as what stands before a dot; never stored anywhere.
    record ModuleType(ModuleSymbol module) implements Type {
        @Override
        public String show() {
            return "module " + module.name();
        }
    }

    /// The types without parts.
    enum Simple implements Type {
        NONE("None"),
        /// Of an expression that does not end normally, such as a call of `sys.exit`.
        NEVER("Never"),
        /// Of what was refused already: it fits everywhere, so that one mistake is told once. No
        /// typed program has it.
        ERROR("<error>");

        private final String name;

        Simple(String name) {
            this.name = name;
        }

        @Override
        public String show() {
            return name;
        }
    }

    private static String list(List<Type> types) {
        return types.stream().map(Type::show).collect(Collectors.joining(", "));
    }
}
