package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import krait.http.Preconditions.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of RFC 9110 section 13.2.2, each row a request on a file with tag "a", changed at
/// noon.
class PreconditionsTest {
    private static final String BEFORE = "Wed, 04 Mar 2026 11:59:59 GMT";
    private static final String SAME = "Wed, 04 Mar 2026 12:00:00 GMT";
    private static final String AFTER = "Wed, 04 Mar 2026 12:00:01 GMT";
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Preconditions STRONG = new Preconditions("\"a\"", NOON, true);
    private static final Preconditions WEAK = new Preconditions("W/\"a\"", NOON, false);

    private static String date(String word) {
        return switch (word) {
            case "before" -> BEFORE;
            case "same" -> SAME;
            case "after" -> AFTER;
            default -> word;
        };
    }

    private static RequestHead head(String... namesAndValues) {
        String[] fields = namesAndValues.clone();
        for (int i = 1; i < fields.length; i += 2) {
            fields[i] = date(fields[i]);
        }
        return new FakeHead("GET", "/", fields);
    }

    /// A dash stands for a field that is not there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | outcome
                "-          | -       | -         | -      | PROCEED",
                "\"a\"      | -       | -         | -      | PROCEED",
                "*          | -       | -         | -      | PROCEED",
                "\"b\"      | -       | -         | -      | FAILED",
                "W/\"a\"    | -       | -         | -      | FAILED",
                "\"b\", \"a\" | -     | -         | -      | PROCEED",
                "garbage    | -       | -         | -      | FAILED",
                "-          | same    | -         | -      | PROCEED",
                "-          | after   | -         | -      | PROCEED",
                "-          | before  | -         | -      | FAILED",
                "-          | garbage | -         | -      | PROCEED",
                "\"a\"      | before  | -         | -      | PROCEED",
                "\"b\"      | after   | -         | -      | FAILED",
                "-          | -       | \"a\"     | -      | NOT_MODIFIED",
                "-          | -       | W/\"a\"   | -      | NOT_MODIFIED",
                "-          | -       | *         | -      | NOT_MODIFIED",
                "-          | -       | \"b\"     | -      | PROCEED",
                "-          | -       | \"b\",\"a\" | -    | NOT_MODIFIED",
                "-          | -       | , ,\"b\" ,W/\"a\" | - | NOT_MODIFIED",
                "-          | -       | \"a       | -      | PROCEED",
                "-          | -       | a         | -      | PROCEED",
                "-          | -       | \"x, \\\"a\" | -   | PROCEED",
                "-          | -       | garbage, \"a\" | - | PROCEED",
                "-          | -       | -         | same   | NOT_MODIFIED",
                "-          | -       | -         | after  | NOT_MODIFIED",
                "-          | -       | -         | before | PROCEED",
                "-          | -       | -         | garbage | PROCEED",
                "-          | -       | \"b\"     | after  | PROCEED",
                "-          | -       | \"a\"     | before | NOT_MODIFIED",
                "\"a\"      | -       | \"a\"     | -      | NOT_MODIFIED",
                "\"b\"      | -       | \"a\"     | -      | FAILED",
                "-          | before  | \"a\"     | after  | FAILED",
                "-          | after   | \"b\"     | after  | PROCEED",
                "\"a\"      | before  | -         | after  | NOT_MODIFIED",
                "\"a\"      | before  | \"b\"     | after  | PROCEED",
            })
    void fieldsAreEvaluatedInOrder(
            String match, String unmodified, String none, String modified, Outcome outcome) {
        List<String> fields = new ArrayList<>();
        add(fields, "If-Modified-Since", modified);
        add(fields, "If-None-Match", none);
        add(fields, "If-Unmodified-Since", unmodified);
        add(fields, "If-Match", match);
        assertThat(STRONG.evaluate(head(fields.toArray(String[]::new)))).isEqualTo(outcome);
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.equals("-")) {
            fields.add(name);
            fields.add(value);
        }
    }

    @Test
    void severalFieldsAreOneList() {
        assertThat(STRONG.evaluate(head("If-None-Match", "\"b\"", "if-none-match", "\"a\"")))
                .isEqualTo(Outcome.NOT_MODIFIED);
    }

    @Test
    void severalDatesCountAsNone() {
        assertThat(STRONG.evaluate(head("If-Modified-Since", "same", "If-Modified-Since", "same")))
                .isEqualTo(Outcome.PROCEED);
    }

    @Test
    void weakTagMatchesWeaklyButNotStrongly() {
        assertThat(WEAK.evaluate(head("If-None-Match", "\"a\""))).isEqualTo(Outcome.NOT_MODIFIED);
        assertThat(WEAK.evaluate(head("If-None-Match", "W/\"a\""))).isEqualTo(Outcome.NOT_MODIFIED);
        assertThat(WEAK.evaluate(head("If-Match", "\"a\""))).isEqualTo(Outcome.FAILED);
        assertThat(WEAK.evaluate(head("If-Match", "W/\"a\""))).isEqualTo(Outcome.FAILED);
        assertThat(WEAK.evaluate(head("If-Match", "*"))).isEqualTo(Outcome.PROCEED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\"   | true  | false",
                "\"b\"   | false | false",
                "W/\"a\" | false | false",
                "same    | true  | false",
                "after   | false | false",
                "before  | false | false",
                "garbage | false | false",
                "*       | false | false",
            })
    void rangeIsAllowedOnlyByThisVeryVersion(String ifRange, boolean strong, boolean weak) {
        assertThat(STRONG.allowRange(head("If-Range", ifRange))).isEqualTo(strong);
        assertThat(WEAK.allowRange(head("If-Range", ifRange))).isEqualTo(weak);
    }

    @Test
    void rangeIsAllowedWithoutIfRange() {
        assertThat(WEAK.allowRange(head())).isTrue();
    }
}
