package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/// What a local of compiled code holds.
public sealed interface Kind {
    /// An int of Python's: a `long` in fast code, an object in its twin.
    Kind INT = Primitive.INT;

    /// A Python float.
    Kind FLOAT = Primitive.FLOAT;

    /// A Python bool.
    Kind BOOL = Primitive.BOOL;

    /// A number of the compiler's own, such as a position in a list; a `long` everywhere.
    Kind RAW = Primitive.RAW;

    /// A `java.lang.Object`.
    Kind OBJECT = new Reference(ConstantDescs.CD_Object);

    /// The JVM's type.
    ClassDesc type(IntForm form);

    /// The kind of a class's objects.
    static Kind of(ClassDesc type) {
        return new Reference(type);
    }

    /// The kinds that are no objects.
    enum Primitive implements Kind {
        INT,
        FLOAT,
        BOOL,
        RAW;

        @Override
        public ClassDesc type(IntForm form) {
            return switch (this) {
                case INT -> form.type();
                case FLOAT -> ConstantDescs.CD_double;
                case BOOL -> ConstantDescs.CD_boolean;
                case RAW -> ConstantDescs.CD_long;
            };
        }
    }

    /// An object, or null for None.
    record Reference(ClassDesc type) implements Kind {
        @Override
        public ClassDesc type(IntForm form) {
            return type;
        }
    }
}
