package krait.compiler.emit;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import krait.compiler.code.Library;
import krait.compiler.code.Member;

/// Turns the value on the operand stack into one of another JVM type.
final class Conversions {
    private static final ClassDesc ITERATOR = Library.of("PyIterator");

    private final CodeBuilder out;
    private final Hierarchy hierarchy;

    Conversions(CodeBuilder out, Hierarchy hierarchy) {
        this.out = out;
        this.hierarchy = hierarchy;
    }

    /// What happens to an int object where a `long` is wanted.
    enum Narrowing {
        /// WideResult takes a wide one away: the place is a widening point.
        WIDEN,
        /// OverflowError: a parameter that takes only ints that fit.
        REFUSE,
        /// The same for how often a sequence is repeated.
        COUNT,
        /// It is a number of the compiler's own, which fits.
        FITS
    }

    void convert(ClassDesc have, ClassDesc want, Narrowing narrowing) {
        if (have.equals(want)) {
            return;
        }
        if (have.isPrimitive()) {
            fromPrimitive(have, want);
        } else if (want.isPrimitive()) {
            toPrimitive(want, narrowing);
        } else if (want.equals(ITERATOR) && !hierarchy.assignable(have, want)) {
            out.invokestatic(ITERATOR, "of", MethodTypeDesc.of(ITERATOR, CD_Object));
        } else if (!hierarchy.assignable(have, want)) {
            out.checkcast(want);
        }
    }

    private void fromPrimitive(ClassDesc have, ClassDesc want) {
        if (!want.isPrimitive()) {
            if (have.equals(CD_int)) {
                out.i2l();
                box(CD_long);
            } else {
                box(have);
            }
        } else if (want.equals(CD_long) && (have.equals(CD_int) || have.equals(CD_boolean))) {
            out.i2l();
        } else if (want.equals(CD_int) && have.equals(CD_long)) {
            out.l2i();
        } else {
            throw new IllegalArgumentException(
                    have.displayName() + " does not become " + want.displayName());
        }
    }

    /// Puts a primitive into its box.
    void box(ClassDesc primitive) {
        ClassDesc box = boxOf(primitive);
        out.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
    }

    private void toPrimitive(ClassDesc want, Narrowing narrowing) {
        if (want.equals(CD_long) && narrowing != Narrowing.FITS) {
            Member unbox =
                    switch (narrowing) {
                        case WIDEN -> Library.UNWRAP;
                        case COUNT -> Library.TO_COUNT;
                        case REFUSE, FITS -> Library.TO_LONG;
                    };
            out.invokestatic(unbox.owner(), unbox.name(), unbox.type());
            return;
        }
        ClassDesc box = boxOf(want);
        out.checkcast(box);
        out.invokevirtual(box, want.displayName() + "Value", MethodTypeDesc.of(want));
    }

    private static ClassDesc boxOf(ClassDesc primitive) {
        return switch (primitive.descriptorString()) {
            case "J" -> CD_Long;
            case "D" -> CD_Double;
            case "Z" -> CD_Boolean;
            default -> throw new IllegalArgumentException(primitive.displayName());
        };
    }

    /// Where a value has no use.
    void drop(ClassDesc type) {
        switch (type.descriptorString()) {
            case "V" -> {}
            case "J", "D" -> out.pop2();
            default -> out.pop();
        }
    }

    /// What fills a local that has no value yet.
    void zero(ClassDesc type) {
        switch (type.descriptorString()) {
            case "J" -> out.lconst_0();
            case "D" -> out.dconst_0();
            case "Z" -> out.iconst_0();
            default -> out.aconst_null();
        }
    }
}
