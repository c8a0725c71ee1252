package krait.base;

import java.time.Duration;

/// Durations as people write them in options: a whole number and a unit, such as `500ms`, `10s`,
/// `2m`, `1h` or `7d`. Zero needs no unit.
public final class Durations {
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    private Durations() {}

    /// Reads a duration.
    ///
    /// @throws IllegalArgumentException whose message says what is wrong and how to write it
    public static Duration parse(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        String unit = text.substring(digits);
        if (digits == 0 || digits > 15) {
            throw new IllegalArgumentException("write a whole number and a unit, such as 10s");
        }
        long number = Long.parseLong(text.substring(0, digits));
        if (unit.isEmpty() && number == 0) {
            return Duration.ZERO;
        }
        if (unit.isEmpty()) {
            throw new IllegalArgumentException(
                    "add a unit (ms, s, m, h or d): " + text + "s is seconds");
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit)) {
                return ofMillis(number, MILLIS[i]);
            }
        }
        throw new IllegalArgumentException("write the unit as ms, s, m, h or d");
    }

    /// The shortest form that [#parse] reads back: `90s`, `2m`, `0`.
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0";
        }
        // Days and hours are read but not written: nobody recognises 48h faster in days.
        for (int i = 2; i < UNITS.length; i++) {
            boolean minutesReadWell = MILLIS[i] != 60_000 || millis >= 2 * MILLIS[i];
            if (millis % MILLIS[i] == 0 && minutesReadWell) {
                return millis / MILLIS[i] + UNITS[i];
            }
        }
        return millis + "ms";
    }

    private static Duration ofMillis(long number, long factor) {
        if (number > Long.MAX_VALUE / 1_000_000 / factor) {
            throw new IllegalArgumentException("write a shorter time: at most 292 years");
        }
        return Duration.ofMillis(number * factor);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
