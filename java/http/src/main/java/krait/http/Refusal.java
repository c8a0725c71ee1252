package krait.http;

import java.util.Locale;

/// Why a request is refused by the edge itself, and how it is answered. The messages are safe for
/// clients.
enum Refusal {
    MALFORMED_REQUEST_LINE(400, "The request line is malformed."),
    MALFORMED_TARGET(400, "The request target is malformed."),
    BARE_LINE_FEED(400, "A line ends without a carriage return."),
    BARE_CARRIAGE_RETURN(400, "A carriage return stands without its line feed."),
    FOLDED_LINE(400, "A header line begins with white space."),
    MALFORMED_FIELD_NAME(400, "A header name is malformed."),
    MALFORMED_FIELD_VALUE(400, "A header value holds a control character."),
    HOST_MISSING(400, "The Host header is missing."),
    HOST_REPEATED(400, "There is more than one Host header."),
    MALFORMED_HOST(400, "The Host header is malformed."),
    HOST_MISMATCH(400, "The Host header and the request target name different hosts."),
    MALFORMED_CONTENT_LENGTH(400, "The Content-Length header is malformed."),
    CONTENT_LENGTH_REPEATED(400, "There is more than one Content-Length header."),
    MALFORMED_TRANSFER_ENCODING(400, "The Transfer-Encoding header is malformed."),
    TRANSFER_ENCODING_REPEATED(400, "There is more than one Transfer-Encoding header."),
    TRANSFER_ENCODING_IN_HTTP_1_0(400, "HTTP/1.0 has no Transfer-Encoding."),
    TWO_BODY_LENGTHS(400, "There are both Content-Length and Transfer-Encoding."),
    MALFORMED_CHUNK(400, "The chunked body is malformed."),
    HEADER_TIMEOUT(408, "The request head did not arrive in time.", "header-timeout"),
    BODY_TIMEOUT(408, "The request body did not arrive in time.", "body-idle-timeout"),
    BODY_TOO_LARGE(413, "The request body is too large.", "body-bytes-max"),
    TARGET_TOO_LONG(414, "The request target is too long.", "target-bytes-max"),
    UNKNOWN_EXPECTATION(417, "The Expect header asks for something unknown."),
    HEADER_TOO_LARGE(431, "The request header is too large.", "header-bytes-max"),
    TOO_MANY_FIELDS(431, "The request has too many headers.", "headers-max"),
    UNKNOWN_METHOD(501, "The method is not implemented."),
    UNKNOWN_TRANSFER_ENCODING(501, "The transfer encoding is not implemented."),
    UNKNOWN_VERSION(505, "The HTTP version is not supported.");

    private final int status;
    private final String message;
    private final String limit;

    Refusal(int status, String message) {
        this(status, message, "");
    }

    Refusal(int status, String message, String limit) {
        this.status = status;
        this.message = message;
        this.limit = limit;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }

    /// The option whose limit was met; empty when it was none.
    String limit() {
        return limit;
    }

    /// Stable name in kebab-case.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
