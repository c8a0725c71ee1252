package krait.http;

import org.jspecify.annotations.Nullable;

/// The fields of a request that frame the message or concern the connection: read as they pass, so
/// that nobody has to look for them later.
final class KnownFields {
    /// 18 digits fit in a long whatever they are.
    private static final int LENGTH_DIGITS_MAX = 18;

    int hostStart;
    int hostEnd;
    boolean hasHost;

    /// -1 when there is no Content-Length.
    long contentLength;

    boolean chunked;
    boolean close;
    boolean keepAlive;
    boolean expectsContinue;
    boolean unknownExpectation;

    /// Whether there is any of Forwarded, X-Forwarded-For and X-Forwarded-Proto.
    boolean forwarded;

    boolean requestId;

    void clear() {
        hasHost = false;
        contentLength = -1;
        chunked = false;
        close = false;
        keepAlive = false;
        expectsContinue = false;
        unknownExpectation = false;
        forwarded = false;
        requestId = false;
    }

    /// The header section lies `shift` bytes further on than when it was noted.
    void move(int shift) {
        hostStart += shift;
        hostEnd += shift;
    }

    /// Takes note of a field. The value is without white space around it.
    @Nullable Refusal note(byte[] in, int name, int nameEnd, int value, int valueEnd) {
        switch (nameEnd - name) {
            case 4 -> {
                if (named(in, name, "host")) {
                    return host(in, value, valueEnd);
                }
            }
            case 6 -> {
                if (named(in, name, "expect")) {
                    expect(in, value, valueEnd);
                }
            }
            case 9 -> forwarded |= named(in, name, "forwarded");
            case 10 -> {
                if (named(in, name, "connection")) {
                    connection(in, value, valueEnd);
                }
            }
            case 12 -> requestId |= named(in, name, "x-request-id");
            case 14 -> {
                if (named(in, name, "content-length")) {
                    return length(in, value, valueEnd);
                }
            }
            case 15 -> forwarded |= named(in, name, "x-forwarded-for");
            case 17 -> {
                if (named(in, name, "transfer-encoding")) {
                    return coding(in, value, valueEnd);
                }
                forwarded |= named(in, name, "x-forwarded-proto");
            }
            default -> {}
        }
        return null;
    }

    /// Judges the fields together.
    @Nullable Refusal judge(int minorVersion, long bodyBytesMax) {
        if (chunked && minorVersion == 0) {
            return Refusal.TRANSFER_ENCODING_IN_HTTP_1_0;
        }
        if (chunked && contentLength >= 0) {
            return Refusal.TWO_BODY_LENGTHS;
        }
        if (!hasHost && minorVersion > 0) {
            return Refusal.HOST_MISSING;
        }
        if (unknownExpectation && minorVersion > 0) {
            return Refusal.UNKNOWN_EXPECTATION;
        }
        return bodyBytesMax > 0 && contentLength > bodyBytesMax ? Refusal.BODY_TOO_LARGE : null;
    }

    private static boolean named(byte[] in, int start, String name) {
        return Chars.equalsIgnoreCase(in, start, start + name.length(), name);
    }

    private @Nullable Refusal host(byte[] in, int start, int end) {
        if (hasHost) {
            return Refusal.HOST_REPEATED;
        }
        hasHost = true;
        hostStart = start;
        hostEnd = end;
        return Authority.isValid(in, start, end) ? null : Refusal.MALFORMED_HOST;
    }

    private void expect(byte[] in, int start, int end) {
        if (Chars.equalsIgnoreCase(in, start, end, "100-continue")) {
            expectsContinue = true;
        } else {
            unknownExpectation = true;
        }
    }

    private void connection(byte[] in, int start, int end) {
        close |= Chars.holds(in, start, end, "close");
        keepAlive |= Chars.holds(in, start, end, "keep-alive");
    }

    private @Nullable Refusal length(byte[] in, int start, int end) {
        if (contentLength >= 0) {
            return Refusal.CONTENT_LENGTH_REPEATED;
        }
        contentLength = decimal(in, start, end);
        return contentLength < 0 ? Refusal.MALFORMED_CONTENT_LENGTH : null;
    }

    /// A number of digits alone, -1 for anything else.
    static long decimal(byte[] in, int start, int end) {
        if (start == end || end - start > LENGTH_DIGITS_MAX) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            if (!Chars.isDigit(in[i])) {
                return -1;
            }
            number = number * 10 + (in[i] - '0');
        }
        return number;
    }

    /// Only `chunked` alone is understood. Where `chunked` is not the last coding nobody can tell
    /// where the body ends, which is worse than an unknown coding.
    private @Nullable Refusal coding(byte[] in, int start, int end) {
        if (chunked) {
            return Refusal.TRANSFER_ENCODING_REPEATED;
        }
        if (Chars.equalsIgnoreCase(in, start, end, "chunked")) {
            chunked = true;
            return null;
        }
        int from = start;
        while (true) {
            int to = from;
            while (to < end && Chars.is(Chars.TOKEN, in[to])) {
                to++;
            }
            boolean last = to == end;
            if (to == from || (Chars.equalsIgnoreCase(in, from, to, "chunked") && !last)) {
                return Refusal.MALFORMED_TRANSFER_ENCODING;
            }
            if (last) {
                return Refusal.UNKNOWN_TRANSFER_ENCODING;
            }
            while (to < end && Chars.isBlank(in[to])) {
                to++;
            }
            if (to == end || in[to] != ',') {
                return Refusal.MALFORMED_TRANSFER_ENCODING;
            }
            to++;
            while (to < end && Chars.isBlank(in[to])) {
                to++;
            }
            from = to;
        }
    }
}
