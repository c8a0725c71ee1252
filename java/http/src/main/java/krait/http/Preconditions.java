package krait.http;

import java.time.Instant;
import java.util.Optional;

/// Conditional requests (RFC 9110 section 13) on a representation that exists.
///
/// @param etag entity tag with its quotes, with `W/` before them when it is weak
/// @param modified time of the last change, in whole seconds
/// @param modifiedIsStrong whether that time cannot stand for two versions (section 8.8.2.2)
record Preconditions(String etag, Instant modified, boolean modifiedIsStrong) {
    enum Outcome {
        PROCEED,
        /// 304
        NOT_MODIFIED,
        /// 412
        FAILED
    }

    /// Evaluates the fields of a GET or HEAD in the order of section 13.2.2.
    Outcome evaluate(RequestHead head) {
        Optional<String> ifMatch = Fields.list(head, "if-match");
        if (ifMatch.isPresent()) {
            if (!EntityTags.matchStrongly(ifMatch.get(), etag)) {
                return Outcome.FAILED;
            }
        } else if (modifiedAfter(head, "if-unmodified-since").orElse(false)) {
            return Outcome.FAILED;
        }
        Optional<String> ifNoneMatch = Fields.list(head, "if-none-match");
        boolean fresh =
                ifNoneMatch.isPresent()
                        ? EntityTags.matchWeakly(ifNoneMatch.get(), etag)
                        : !modifiedAfter(head, "if-modified-since").orElse(true);
        return fresh ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /// Whether a Range field may be honoured: there is no If-Range, or it names this very
    /// representation (section 13.1.5).
    boolean allowRange(RequestHead head) {
        Optional<String> ifRange = Fields.list(head, "if-range");
        if (ifRange.isEmpty()) {
            return true;
        }
        String validator = ifRange.get();
        if (validator.startsWith("\"") || validator.startsWith("W/")) {
            return EntityTags.strong(etag) && validator.equals(etag);
        }
        return modifiedIsStrong && HttpDate.parse(validator).filter(modified::equals).isPresent();
    }

    /// Whether the change is later than the date in a field; empty without a valid date.
    private Optional<Boolean> modifiedAfter(RequestHead head, String field) {
        return Fields.list(head, field).flatMap(HttpDate::parse).map(modified::isAfter);
    }
}
