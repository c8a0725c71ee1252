package krait.runtime.lib;

import java.util.Arrays;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.OverflowError;
import krait.runtime.SystemExit;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// The module `sys`.
public final class SysModule {
    private static final long MAJOR = 3;
    private static final long MINOR = 14;
    private static final long MICRO = 3;

    private SysModule() {}

    /// `sys.argv`.
    public static ObjectList argv() {
        return ProgramState.current().arguments();
    }

    /// `sys.stdin`.
    public static TextIO stdin() {
        return ProgramState.current().stdin();
    }

    /// `sys.stdout`.
    public static TextIO stdout() {
        return ProgramState.current().stdout();
    }

    /// `sys.stderr`.
    public static TextIO stderr() {
        return ProgramState.current().stderr();
    }

    /// `sys.__stdin__`.
    public static TextIO __stdin__() {
        return ProgramState.current().originalInput();
    }

    /// `sys.__stdout__`.
    public static TextIO __stdout__() {
        return ProgramState.current().originalOutput();
    }

    /// `sys.__stderr__`.
    public static TextIO __stderr__() {
        return ProgramState.current().originalErrors();
    }

    /// `sys.maxsize`.
    public static long maxsize() {
        return Long.MAX_VALUE;
    }

    /// `sys.maxunicode`.
    public static long maxunicode() {
        return Character.MAX_CODE_POINT;
    }

    /// `sys.byteorder`.
    public static CharSequence byteorder() {
        return "little";
    }

    /// `sys.platform`.
    public static CharSequence platform() {
        return "linux";
    }

    /// `sys.version_info`: of the CPython that this library is compared with.
    public static Tuple version_info() {
        return Tuple.of(MAJOR, MINOR, MICRO, "final", 0L);
    }

    /// `sys.getdefaultencoding()`.
    public static CharSequence getdefaultencoding() {
        return "utf-8";
    }

    /// `sys.getfilesystemencoding()`.
    public static CharSequence getfilesystemencoding() {
        return "utf-8";
    }

    /// `sys.exit(status)`; null is what Python's None is.
    public static void exit(@Nullable Object status) {
        if (status == null) {
            throw new SystemExit();
        } else if (status instanceof Tuple several) {
            @Nullable Object[] args = new @Nullable Object[several.size()];
            Arrays.setAll(args, several::get);
            throw new SystemExit(args);
        }
        throw new SystemExit(status);
    }

    /// `sys.get_int_max_str_digits()`.
    public static long get_int_max_str_digits() {
        return Ints.maxStrDigits();
    }

    /// `sys.set_int_max_str_digits(maxdigits)`.
    public static void set_int_max_str_digits(long maxdigits) {
        Ints.setMaxStrDigits(maxdigits);
    }

    /// `sys.getrecursionlimit()`.
    public static long getrecursionlimit() {
        return ProgramState.current().recursionLimit();
    }

    /// `sys.setrecursionlimit(limit)`. The JVM's stack is what ends a recursion.
    public static void setrecursionlimit(long limit) {
        if (limit != (int) limit) {
            throw new OverflowError("Python int too large to convert to C int");
        } else if (limit < 1) {
            throw new ValueError("recursion limit must be greater or equal than 1");
        }
        ProgramState.current().recursionLimit((int) limit);
    }

    /// `sys.intern(text)`.
    public static CharSequence intern(CharSequence text) {
        return text;
    }
}
