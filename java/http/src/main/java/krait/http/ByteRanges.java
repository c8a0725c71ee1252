package krait.http;

import java.util.ArrayList;
import java.util.List;

/// Range requests in bytes (RFC 9110 section 14).
///
/// A set that asks for more than [#RANGES_MAX] ranges, or for more bytes in sum than there are, is
/// answered with the whole: overlapping ranges would let a small request ask for many times the
/// file (section 17.15).
final class ByteRanges {
    static final int RANGES_MAX = 16;

    private static final String UNIT = "bytes=";

    /// Numbers that a range spec may hold in place of a position.
    private static final long ABSENT = -1;

    private static final long MALFORMED = -2;

    private ByteRanges() {}

    /// `length` bytes from `first`; both ends lie in the representation.
    record ByteRange(long first, long length) {
        long last() {
            return first + length - 1;
        }
    }

    /// What a Range field asks for.
    sealed interface Asked {}

    /// The whole: there is no valid Range field, or none that is honoured.
    record Whole() implements Asked {}

    /// These ranges, at least one, in the order asked for.
    record Parts(List<ByteRange> ranges) implements Asked {}

    /// No range lies in the representation: 416.
    record Unsatisfiable() implements Asked {}

    static final Asked WHOLE = new Whole();

    /// Reads the value of a Range field for a representation of `size` bytes.
    static Asked parse(String field, long size) {
        if (!field.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return WHOLE;
        }
        List<ByteRange> ranges = new ArrayList<>();
        int specs = 0;
        long sum = 0;
        for (String part : field.substring(UNIT.length()).split(",", RANGES_MAX + 2)) {
            String spec = part.strip();
            if (spec.isEmpty()) {
                continue;
            }
            int dash = spec.indexOf('-');
            if (dash < 0 || ++specs > RANGES_MAX) {
                return WHOLE;
            }
            long first = number(spec, 0, dash);
            long last = number(spec, dash + 1, spec.length());
            if (first == MALFORMED
                    || last == MALFORMED
                    || (first == ABSENT && last == ABSENT)
                    || (first >= 0 && last >= 0 && last < first)) {
                return WHOLE;
            }
            ByteRange range = clip(first, last, size);
            if (range.length() > 0) {
                ranges.add(range);
                sum += range.length();
            } else if (first == ABSENT && last > 0) {
                // The end of an empty file: satisfiable, yet nothing that Content-Range can say.
                return WHOLE;
            }
        }
        if (specs == 0 || (ranges.size() > 1 && sum > size)) {
            return WHOLE;
        }
        return ranges.isEmpty() ? new Unsatisfiable() : new Parts(List.copyOf(ranges));
    }

    private static ByteRange clip(long first, long last, long size) {
        if (first == ABSENT) {
            long length = Math.min(last, size);
            return new ByteRange(size - length, length);
        }
        long end = last == ABSENT || last >= size ? size : last + 1;
        return new ByteRange(first, Math.max(end - first, 0));
    }

    /// The decimal number in a piece of text; one too large for any file saturates.
    private static long number(String text, int start, int end) {
        if (start == end) {
            return ABSENT;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            number = number > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : number * 10 + digit;
        }
        return number;
    }
}
