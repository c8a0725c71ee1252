package krait.compiler.code;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// The classes and methods of `krait.runtime` that compiled code calls without a stub's saying so.
public final class Library {
    public static final ClassDesc INTS = of("Ints");
    public static final ClassDesc WIDE_RESULT = of("WideResult");

    /// The `long` in an object that is an int, or WideResult.
    public static final Member UNWRAP =
            Member.ofStatic(WIDE_RESULT, "unwrap", MethodTypeDesc.of(CD_long, CD_Object));

    /// The `long` that an int must fit, or OverflowError.
    public static final Member TO_LONG =
            Member.ofStatic(of("WideInt"), "toLong", MethodTypeDesc.of(CD_long, CD_Object));

    /// The same for how often a sequence is repeated.
    public static final Member TO_COUNT =
            Member.ofStatic(of("WideInt"), "toCount", MethodTypeDesc.of(CD_long, CD_Object));

    /// -1, 0 or 1 for two ints.
    public static final Member COMPARE =
            Member.ofStatic(INTS, "compare", MethodTypeDesc.of(CD_int, CD_Object, CD_Object));

    private Library() {}

    /// A class of the runtime.
    public static ClassDesc of(String name) {
        return ClassDesc.of("krait.runtime." + name);
    }

    /// An operation on ints that are objects.
    public static Member wide(IntOperation operation) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_Object, CD_Object, CD_Object);
        return Member.ofStatic(INTS, operation.method(), type);
    }

    /// The same on longs.
    public static Member fast(IntOperation operation) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_long, CD_long, CD_long);
        return Member.ofStatic(INTS, operation.method(), type);
    }

    /// An operation on floats that may fail.
    public static Member ofFloats(String name) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_double, CD_double, CD_double);
        return Member.ofStatic(of("Floats"), name, type);
    }
}
