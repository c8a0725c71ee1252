package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/// What an int of Python's is on the JVM: the table in which fast code and its twin differ.
public enum IntForm {
    /// A `long`, with a way out to the twin wherever a wider one may appear.
    FAST,

    /// A Long or a BigInteger.
    WIDE;

    /// The JVM's type of an int.
    public ClassDesc type() {
        return switch (this) {
            case FAST -> ConstantDescs.CD_long;
            case WIDE -> ConstantDescs.CD_Object;
        };
    }
}
