package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.types.ClassSymbol;
import krait.compiler.types.Origin;
import krait.compiler.types.Type;
import krait.compiler.types.TypeVariable;

/// How values of Python's types are held.
final class Kinds {
    static final Kind TEXT = Kind.of(ClassDesc.of("java.lang.CharSequence"));
    static final Kind CLASS = Kind.of(Library.of("PyType"));
    static final Kind FUNCTION = Kind.of(Library.of("Function"));
    static final Kind TUPLE = Kind.of(Library.of("Tuple"));
    static final Kind ITERATOR = Kind.of(Library.of("PyIterator"));
    static final Kind THROWABLE = Kind.of(ConstantDescs.CD_Throwable);
    static final Kind EXCEPTION = Kind.of(Library.of("PyBaseException"));

    private final Natives natives;

    Kinds(Natives natives) {
        this.natives = natives;
    }

    Kind of(Type type) {
        return switch (type) {
            case Type.NominalType nominal -> nominal(nominal);
            case Type.TupleType _ -> TUPLE;
            case Type.UnionType union -> union(union);
            case Type.CallableType _ -> FUNCTION;
            case Type.ClassObjectType _ -> CLASS;
            case Type.ModuleType _, Type.Simple _ -> Kind.OBJECT;
            case TypeVariable variable -> variable(variable);
            case krait.compiler.types.AliasType alias -> of(alias.target());
        };
    }

    /// Empty for a function that returns None alone.
    Optional<Kind> result(Type type) {
        return type.equals(Type.Simple.NONE) || type.equals(Type.Simple.NEVER)
                ? Optional.empty()
                : Optional.of(of(type));
    }

    private Kind nominal(Type.NominalType type) {
        ClassSymbol symbol = type.symbol();
        if (symbol.origin() == Origin.COMPILED) {
            return symbol.is(ClassSymbol.Flag.PROTOCOL) ? Kind.OBJECT : Kind.of(classOf(symbol));
        }
        boolean iterator = symbol.name().equals("Iterator");
        if (symbol.is(ClassSymbol.Flag.PROTOCOL) && !iterator) {
            return Kind.OBJECT;
        }
        return switch (symbol.name()) {
            case "int" -> Kind.INT;
            case "float" -> Kind.FLOAT;
            case "bool" -> Kind.BOOL;
            case "str" -> TEXT;
            case "tuple" -> TUPLE;
            case "list" -> list(type.arguments());
            case "object" -> Kind.OBJECT;
            default -> Kind.of(classOf(symbol));
        };
    }

    private Kind list(List<Type> arguments) {
        if (arguments.isEmpty() || arguments.getFirst() instanceof TypeVariable) {
            return Kind.of(Library.of("PyList"));
        }
        Kind element = of(arguments.getFirst());
        String name =
                element.equals(Kind.INT)
                        ? "IntList"
                        : element.equals(Kind.FLOAT) ? "FloatList" : "ObjectList";
        return Kind.of(Library.of(name));
    }

    /// Optional of a reference is that reference; null is None.
    private Kind union(Type.UnionType union) {
        if (union.members().size() == 2 && union.members().getLast().equals(Type.Simple.NONE)) {
            Kind kind = of(union.members().getFirst());
            return kind instanceof Kind.Reference ? kind : Kind.OBJECT;
        }
        return Kind.OBJECT;
    }

    private Kind variable(TypeVariable variable) {
        if (variable.bound().isEmpty()) {
            return Kind.OBJECT;
        }
        Kind bound = of(variable.bound().getFirst());
        return bound instanceof Kind.Reference ? bound : Kind.OBJECT;
    }

    /// The JVM's class of a class.
    ClassDesc classOf(ClassSymbol symbol) {
        if (symbol.origin() == Origin.NATIVE) {
            return natives.classOf(symbol).describeConstable().orElseThrow();
        }
        String name = symbol.qualifiedName().replace(".<locals>.", "$").replace('.', '$');
        return ClassDesc.of(ModuleNames.of(symbol.module()) + "$" + name);
    }
}
