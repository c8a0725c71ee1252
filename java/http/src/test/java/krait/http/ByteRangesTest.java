package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import krait.http.ByteRanges.ByteRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {
    /// `whole`, `none`, or the ranges as `first+length` separated by spaces.
    private static String asked(String field, long size) {
        return switch (ByteRanges.parse(field, size)) {
            case ByteRanges.Whole _ -> "whole";
            case ByteRanges.Unsatisfiable _ -> "none";
            case ByteRanges.Parts parts ->
                    String.join(
                            " ",
                            parts.ranges().stream()
                                    .map(range -> range.first() + "+" + range.length())
                                    .toList());
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-499              | 10000 | 0+500",
                "bytes=500-999            | 10000 | 500+500",
                "bytes=-500               | 10000 | 9500+500",
                "bytes=9500-              | 10000 | 9500+500",
                "bytes=0-0,-1             | 10000 | 0+1 9999+1",
                "bytes=0-0 , 5-6,, 9-     | 10000 | 0+1 5+2 9+9991",
                "BYTES=0-0                | 10000 | 0+1",
                "bytes=9999-              | 10000 | 9999+1",
                "bytes=0-99999            | 10000 | 0+10000",
                "bytes=-99999             | 10000 | 0+10000",
                "bytes=10000-             | 10000 | none",
                "bytes=10000-20000,-0     | 10000 | none",
                "bytes=20000-,0-1         | 10000 | 0+2",
                "bytes=-0                 | 10000 | none",
                "bytes=0-                 | 0     | none",
                "bytes=0-0                | 0     | none",
                "bytes=-5                 | 0     | whole",
                "bytes=0-9223372036854775807 | 10 | 0+10",
                "bytes=0-99999999999999999999999 | 10 | 0+10",
                "bytes=99999999999999999999999-  | 10 | none",
                "bytes=-99999999999999999999999  | 10 | 0+10",
                "bytes=5000000000-5000000009 | 6000000000 | 5000000000+10",
                "bytes=                   | 10    | whole",
                "bytes=,                  | 10    | whole",
                "bytes=-                  | 10    | whole",
                "bytes=5                  | 10    | whole",
                "bytes=5-4                | 10    | whole",
                "bytes=0-1,5-4            | 10    | whole",
                "bytes=0-1,x              | 10    | whole",
                "bytes=0--1               | 10    | whole",
                "bytes=+1-2               | 10    | whole",
                "bytes=1-2-3              | 10    | whole",
                "bytes=0x1-2              | 10    | whole",
                "bytes =0-1               | 10    | whole",
                "items=0-1                | 10    | whole",
                "bytes                    | 10    | whole",
                "''                       | 10    | whole",
                "bytes=0-,0-              | 10    | whole",
                "bytes=0-5,5-9            | 10    | whole",
                "bytes=0-4,5-9            | 10    | 0+5 5+5",
                "bytes=5-9,0-4            | 10    | 5+5 0+5",
            })
    void fieldAsksFor(String field, long size, String expected) {
        assertThat(asked(field, size)).isEqualTo(expected);
    }

    @Test
    void moreRangesThanTheLimitGetTheWhole() {
        StringBuilder field = new StringBuilder("bytes=0-0");
        for (int i = 1; i < ByteRanges.RANGES_MAX; i++) {
            field.append(",").append(2 * i).append('-').append(2 * i);
        }
        assertThat(asked(field.toString(), 1000).split(" ", -1)).hasSize(ByteRanges.RANGES_MAX);
        assertThat(asked(field.append(",500-500").toString(), 1000)).isEqualTo("whole");
        assertThat(asked(field.append(",7000-7000".repeat(1000)).toString(), 1000))
                .isEqualTo("whole");
    }

    @Test
    void ofAnyRangesTheOracleFindsTheSame() {
        Random random = new Random(20260304);
        int parts = 0;
        for (int round = 0; round < 20_000; round++) {
            int size = random.nextInt(40);
            List<String> specs = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                specs.add(spec(random));
            }
            String field = "bytes=" + String.join(",", specs);
            String expected = oracle(specs, size);
            assertThat(asked(field, size)).as("%s of %d", field, size).isEqualTo(expected);
            parts += expected.contains("+") ? 1 : 0;
        }
        assertThat(parts).as("cases with ranges").isGreaterThan(4_000);
    }

    /// Mostly an ordered range; now and then reversed, open at an end, or without its dash.
    private static String spec(Random random) {
        int start = random.nextInt(44);
        int end = random.nextInt(10) == 0 ? random.nextInt(44) : start + random.nextInt(10);
        String first = random.nextInt(6) == 0 ? "" : Integer.toString(start);
        String last = random.nextInt(6) == 0 ? "" : Integer.toString(end);
        return random.nextInt(60) == 0 ? first + last : first + "-" + last;
    }

    /// Asks of each byte whether a spec names it, where the parser computes ends.
    private static String oracle(List<String> specs, int size) {
        List<String> found = new ArrayList<>();
        int sum = 0;
        boolean specsGiven = false;
        for (String spec : specs) {
            if (spec.isEmpty()) {
                continue;
            }
            specsGiven = true;
            if (!spec.matches("\\d+-\\d*|-\\d+")) {
                return "whole";
            }
            String[] ends = spec.split("-", -1);
            if (!ends[0].isEmpty()
                    && !ends[1].isEmpty()
                    && Integer.parseInt(ends[1]) < Integer.parseInt(ends[0])) {
                return "whole";
            }
            List<Integer> named = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                boolean in =
                        ends[0].isEmpty()
                                ? at >= size - Integer.parseInt(ends[1])
                                : at >= Integer.parseInt(ends[0])
                                        && (ends[1].isEmpty() || at <= Integer.parseInt(ends[1]));
                if (in) {
                    named.add(at);
                }
            }
            if (!named.isEmpty()) {
                found.add(named.getFirst() + "+" + named.size());
                sum += named.size();
            } else if (ends[0].isEmpty() && Integer.parseInt(ends[1]) > 0) {
                return "whole";
            }
        }
        if (!specsGiven) {
            return "whole";
        }
        if (found.isEmpty()) {
            return "none";
        }
        return found.size() > 1 && sum > size ? "whole" : String.join(" ", found);
    }

    @Test
    void lastByteIsInTheRange() {
        assertThat(new ByteRange(5, 3).last()).isEqualTo(7);
    }
}
