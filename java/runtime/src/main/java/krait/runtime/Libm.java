package krait.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// The platform's own mathematical library, the one that CPython calls.
///
/// Java's `Math` and `StrictMath` are as accurate, but round some results the other way: only the
/// same library gives the same last digit. Each function is bound when it is first used.
@SuppressWarnings("restricted")
public final class Libm {
    private Libm() {}

    private static MethodHandle bind(String name, int arguments) {
        Linker linker = Linker.nativeLinker();
        ValueLayout[] doubles = new ValueLayout[arguments];
        Arrays.fill(doubles, ValueLayout.JAVA_DOUBLE);
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, doubles),
                Linker.Option.critical(false));
    }

    private static double call(MethodHandle function, double x) {
        try {
            return (double) function.invokeExact(x);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double call(MethodHandle function, double x, double y) {
        try {
            return (double) function.invokeExact(x, y);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Exp {
        static final MethodHandle FUNCTION = bind("exp", 1);
    }

    /// `exp(x)`.
    public static double exp(double x) {
        return call(Exp.FUNCTION, x);
    }

    private static final class Exp2 {
        static final MethodHandle FUNCTION = bind("exp2", 1);
    }

    /// `exp2(x)`.
    public static double exp2(double x) {
        return call(Exp2.FUNCTION, x);
    }

    private static final class Expm1 {
        static final MethodHandle FUNCTION = bind("expm1", 1);
    }

    /// `expm1(x)`.
    public static double expm1(double x) {
        return call(Expm1.FUNCTION, x);
    }

    private static final class Log {
        static final MethodHandle FUNCTION = bind("log", 1);
    }

    /// `log(x)`.
    public static double log(double x) {
        return call(Log.FUNCTION, x);
    }

    private static final class Log2 {
        static final MethodHandle FUNCTION = bind("log2", 1);
    }

    /// `log2(x)`.
    public static double log2(double x) {
        return call(Log2.FUNCTION, x);
    }

    private static final class Log10 {
        static final MethodHandle FUNCTION = bind("log10", 1);
    }

    /// `log10(x)`.
    public static double log10(double x) {
        return call(Log10.FUNCTION, x);
    }

    private static final class Log1p {
        static final MethodHandle FUNCTION = bind("log1p", 1);
    }

    /// `log1p(x)`.
    public static double log1p(double x) {
        return call(Log1p.FUNCTION, x);
    }

    private static final class Sin {
        static final MethodHandle FUNCTION = bind("sin", 1);
    }

    /// `sin(x)`.
    public static double sin(double x) {
        return call(Sin.FUNCTION, x);
    }

    private static final class Cos {
        static final MethodHandle FUNCTION = bind("cos", 1);
    }

    /// `cos(x)`.
    public static double cos(double x) {
        return call(Cos.FUNCTION, x);
    }

    private static final class Tan {
        static final MethodHandle FUNCTION = bind("tan", 1);
    }

    /// `tan(x)`.
    public static double tan(double x) {
        return call(Tan.FUNCTION, x);
    }

    private static final class Asin {
        static final MethodHandle FUNCTION = bind("asin", 1);
    }

    /// `asin(x)`.
    public static double asin(double x) {
        return call(Asin.FUNCTION, x);
    }

    private static final class Acos {
        static final MethodHandle FUNCTION = bind("acos", 1);
    }

    /// `acos(x)`.
    public static double acos(double x) {
        return call(Acos.FUNCTION, x);
    }

    private static final class Atan {
        static final MethodHandle FUNCTION = bind("atan", 1);
    }

    /// `atan(x)`.
    public static double atan(double x) {
        return call(Atan.FUNCTION, x);
    }

    private static final class Sinh {
        static final MethodHandle FUNCTION = bind("sinh", 1);
    }

    /// `sinh(x)`.
    public static double sinh(double x) {
        return call(Sinh.FUNCTION, x);
    }

    private static final class Cosh {
        static final MethodHandle FUNCTION = bind("cosh", 1);
    }

    /// `cosh(x)`.
    public static double cosh(double x) {
        return call(Cosh.FUNCTION, x);
    }

    private static final class Tanh {
        static final MethodHandle FUNCTION = bind("tanh", 1);
    }

    /// `tanh(x)`.
    public static double tanh(double x) {
        return call(Tanh.FUNCTION, x);
    }

    private static final class Asinh {
        static final MethodHandle FUNCTION = bind("asinh", 1);
    }

    /// `asinh(x)`.
    public static double asinh(double x) {
        return call(Asinh.FUNCTION, x);
    }

    private static final class Acosh {
        static final MethodHandle FUNCTION = bind("acosh", 1);
    }

    /// `acosh(x)`.
    public static double acosh(double x) {
        return call(Acosh.FUNCTION, x);
    }

    private static final class Atanh {
        static final MethodHandle FUNCTION = bind("atanh", 1);
    }

    /// `atanh(x)`.
    public static double atanh(double x) {
        return call(Atanh.FUNCTION, x);
    }

    private static final class Cbrt {
        static final MethodHandle FUNCTION = bind("cbrt", 1);
    }

    /// `cbrt(x)`.
    public static double cbrt(double x) {
        return call(Cbrt.FUNCTION, x);
    }

    private static final class Erf {
        static final MethodHandle FUNCTION = bind("erf", 1);
    }

    /// `erf(x)`.
    public static double erf(double x) {
        return call(Erf.FUNCTION, x);
    }

    private static final class Erfc {
        static final MethodHandle FUNCTION = bind("erfc", 1);
    }

    /// `erfc(x)`.
    public static double erfc(double x) {
        return call(Erfc.FUNCTION, x);
    }

    private static final class Pow {
        static final MethodHandle FUNCTION = bind("pow", 2);
    }

    /// `pow(x, y)`.
    public static double pow(double x, double y) {
        return call(Pow.FUNCTION, x, y);
    }

    private static final class Atan2 {
        static final MethodHandle FUNCTION = bind("atan2", 2);
    }

    /// `atan2(x, y)`.
    public static double atan2(double x, double y) {
        return call(Atan2.FUNCTION, x, y);
    }
}
