package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// A method, constructor or field of a class file.
///
/// @param type of a field: no parameters, and its type as result
public record Member(Access access, ClassDesc owner, String name, MethodTypeDesc type) {
    /// How it is reached.
    public enum Access {
        STATIC,
        VIRTUAL,
        INTERFACE,
        SPECIAL,
        CONSTRUCT,
        GET_FIELD,
        PUT_FIELD,
        GET_STATIC,
        PUT_STATIC
    }

    public static Member ofStatic(ClassDesc owner, String name, MethodTypeDesc type) {
        return new Member(Access.STATIC, owner, name, type);
    }

    public static Member ofVirtual(ClassDesc owner, String name, MethodTypeDesc type) {
        return new Member(Access.VIRTUAL, owner, name, type);
    }

    public static Member ofInterface(ClassDesc owner, String name, MethodTypeDesc type) {
        return new Member(Access.INTERFACE, owner, name, type);
    }

    /// `new owner(…)`.
    public static Member ofConstructor(ClassDesc owner, ClassDesc... parameters) {
        MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_void, parameters);
        return new Member(Access.CONSTRUCT, owner, ConstantDescs.INIT_NAME, type);
    }

    /// A field, by the access that is wanted.
    public static Member ofField(Access access, ClassDesc owner, String name, ClassDesc type) {
        return new Member(access, owner, name, MethodTypeDesc.of(type));
    }

    /// Whether the first argument is the object.
    public boolean hasReceiver() {
        return switch (access) {
            case VIRTUAL, INTERFACE, SPECIAL, GET_FIELD, PUT_FIELD -> true;
            case STATIC, CONSTRUCT, GET_STATIC, PUT_STATIC -> false;
        };
    }

    /// The type of an argument, the receiver being the first.
    public ClassDesc argument(int index) {
        int behind = hasReceiver() ? index - 1 : index;
        if (behind < 0) {
            return owner;
        }
        return switch (access) {
            case PUT_FIELD, PUT_STATIC -> type.returnType();
            case STATIC, VIRTUAL, INTERFACE, SPECIAL, CONSTRUCT, GET_FIELD, GET_STATIC ->
                    type.parameterType(behind);
        };
    }

    /// The type of what it gives; void for none.
    public ClassDesc result() {
        return switch (access) {
            case PUT_FIELD, PUT_STATIC -> ConstantDescs.CD_void;
            case CONSTRUCT -> owner;
            case STATIC, VIRTUAL, INTERFACE, SPECIAL, GET_FIELD, GET_STATIC -> type.returnType();
        };
    }
}
