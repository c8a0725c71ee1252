package krait.compiler.code;

import java.math.BigInteger;

/// What an instruction reads.
public sealed interface Operand permits Local, Operand.Constant {
    /// The kind of the value.
    Kind kind();

    /// A value known to the compiler.
    sealed interface Constant extends Operand {}

    /// An int.
    record IntConstant(BigInteger value) implements Constant {
        /// Whether fast code has it as a `long`.
        public boolean fits() {
            return value.bitLength() < Long.SIZE;
        }

        @Override
        public Kind kind() {
            return Kind.INT;
        }
    }

    /// A float.
    record FloatConstant(double value) implements Constant {
        @Override
        public Kind kind() {
            return Kind.FLOAT;
        }
    }

    /// A bool.
    record BoolConstant(boolean value) implements Constant {
        @Override
        public Kind kind() {
            return Kind.BOOL;
        }
    }

    /// A number of the compiler's own.
    record RawConstant(long value) implements Constant {
        @Override
        public Kind kind() {
            return Kind.RAW;
        }
    }

    /// A Java string.
    record TextConstant(String value) implements Constant {
        @Override
        public Kind kind() {
            return Kind.of(java.lang.constant.ConstantDescs.CD_String);
        }
    }

    /// A class of Java.
    record ClassConstant(java.lang.constant.ClassDesc value) implements Constant {
        @Override
        public Kind kind() {
            return Kind.of(java.lang.constant.ConstantDescs.CD_Class);
        }
    }

    /// None, or Java's null.
    record NullConstant() implements Constant {
        @Override
        public Kind kind() {
            return Kind.OBJECT;
        }
    }

    /// None.
    Constant NULL = new NullConstant();

    /// An int constant.
    static Constant ofInt(long value) {
        return new IntConstant(BigInteger.valueOf(value));
    }

    /// A number of the compiler's own.
    static Constant ofRaw(long value) {
        return new RawConstant(value);
    }

    /// A bool constant.
    static Constant ofBool(boolean value) {
        return new BoolConstant(value);
    }
}
