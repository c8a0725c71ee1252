package krait.base;

/// Numbers of bytes as people write them in options: `4096`, `64KiB`, `1MB`, `2GiB`. Units are
/// those of IEC 80000-13: KB is 1000 bytes, KiB is 1024. Case does not matter.
public final class Sizes {
    private static final String[] UNITS = {"GiB", "GB", "MiB", "MB", "KiB", "KB", "B"};
    private static final long[] BYTES = {
        1L << 30, 1_000_000_000, 1L << 20, 1_000_000, 1L << 10, 1_000, 1
    };

    private Sizes() {}

    /// Reads a number of bytes.
    ///
    /// @throws IllegalArgumentException whose message says what is wrong and how to write it
    public static long parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 18) {
            throw new IllegalArgumentException("write a whole number and a unit, such as 64KiB");
        }
        long number = Long.parseLong(text.substring(0, digits));
        String unit = text.substring(digits);
        if (unit.isEmpty()) {
            return number;
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equalsIgnoreCase(unit)) {
                if (number > Long.MAX_VALUE / BYTES[i]) {
                    throw new IllegalArgumentException("write a smaller size");
                }
                return number * BYTES[i];
            }
        }
        throw new IllegalArgumentException("write the unit as B, KB, KiB, MB, MiB, GB or GiB");
    }

    /// The shortest form that [#parse] reads back: `32KiB`, `1MB`, `100B`, `0`.
    public static String format(long bytes) {
        if (bytes == 0) {
            return "0";
        }
        for (int i = 0; i < UNITS.length - 1; i++) {
            if (bytes % BYTES[i] == 0) {
                return bytes / BYTES[i] + UNITS[i];
            }
        }
        return bytes + "B";
    }
}
