package krait.runtime.re;

/// The bits of `re.RegexFlag`.
public final class Flags {
    /// `re.IGNORECASE`.
    public static final int IGNORECASE = 2;

    /// `re.LOCALE`: as ASCII, since the only locale is that of C.
    public static final int LOCALE = 4;

    /// `re.MULTILINE`.
    public static final int MULTILINE = 8;

    /// `re.DOTALL`.
    public static final int DOTALL = 16;

    /// `re.UNICODE`.
    public static final int UNICODE = 32;

    /// `re.VERBOSE`.
    public static final int VERBOSE = 64;

    /// `re.DEBUG`.
    public static final int DEBUG = 128;

    /// `re.ASCII`.
    public static final int ASCII = 256;

    /// Those of which only one holds.
    static final int TYPES = ASCII | LOCALE | UNICODE;

    private static final int[] IN_ORDER_OF_BITS = {
        IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII
    };

    private static final int[] IN_ORDER_OF_DEFINITION = {
        ASCII, IGNORECASE, LOCALE, UNICODE, MULTILINE, DOTALL, VERBOSE, DEBUG
    };

    private static final String[] NAMES = {
        "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"
    };

    private Flags() {}

    /// The flag of a letter in `(?letter)`, or 0.
    static int ofLetter(int letter) {
        return switch (letter) {
            case 'i' -> IGNORECASE;
            case 'L' -> LOCALE;
            case 'm' -> MULTILINE;
            case 's' -> DOTALL;
            case 'x' -> VERBOSE;
            case 'a' -> ASCII;
            case 'u' -> UNICODE;
            default -> 0;
        };
    }

    /// The flags that hold inside `(?added-removed:…)`.
    static int scoped(int flags, int added, int removed) {
        int kept = (added & TYPES) != 0 ? flags & ~TYPES : flags;
        return (kept | added) & ~removed;
    }

    /// As the repr of a pattern shows them; empty for none.
    public static String showInPattern(long flags) {
        return show(flags, IN_ORDER_OF_BITS);
    }

    /// As their own repr shows them; empty for none.
    public static String show(long flags) {
        return show(flags, IN_ORDER_OF_DEFINITION);
    }

    /// Bits without a name follow in hexadecimal.
    private static String show(long flags, int[] order) {
        StringBuilder text = new StringBuilder();
        long rest = flags;
        for (int bit : order) {
            if ((flags & bit) != 0) {
                String name = NAMES[Integer.numberOfTrailingZeros(bit) - 1];
                text.append(text.isEmpty() ? "re." : "|re.").append(name);
                rest &= ~bit;
            }
        }
        if (rest != 0) {
            text.append(text.isEmpty() ? "0x" : "|0x").append(Long.toHexString(rest));
        }
        return text.toString();
    }
}
