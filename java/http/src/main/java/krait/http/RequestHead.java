package krait.http;

import java.util.Optional;

/// The head of a request: the bytes as received, and where its parts lie. Valid until the exchange
/// ends; the array is the connection's and is used again. Offsets count from the start of [#bytes];
/// ends are exclusive.
public interface RequestHead {
    byte[] bytes();

    /// The method, such as `GET`; a token (RFC 9110 section 5.6.2).
    String method();

    /// Request target as received: origin form, absolute form, `*`.
    int targetStart();

    int targetEnd();

    /// Path of the target, percent-encoded as received; never empty for origin and absolute form.
    int pathStart();

    int pathEnd();

    /// Query of the target without its `?`; empty when there is none.
    int queryStart();

    int queryEnd();

    /// 0 or 1: HTTP/1.0 or HTTP/1.1.
    int minorVersion();

    /// Number of fields.
    int headers();

    int nameStart(int header);

    int nameEnd(int header);

    /// The value without white space around it.
    int valueStart(int header);

    int valueEnd(int header);

    /// Whether the header section is the same, byte for byte, as that of the request before it on
    /// this connection, so that what was made of that one still holds.
    boolean repeatsHeaders();

    /// Declared length of the body; -1 when it is chunked; 0 for none.
    long contentLength();

    /// Value of the first field of that name (any case), latin-1.
    Optional<String> header(String name);

    /// The path percent-decoded into latin-1 text, as WSGI's PATH_INFO wants it.
    String path();
}
