package krait.http;

/// One request as the access log tells it. Text is latin-1 as received, so it may hold anything
/// that a client made up; whoever writes it escapes it.
///
/// @param requestId the id of the exchange; empty when the request never became one
/// @param remoteHost address of the client; empty for a Unix socket
/// @param method empty, as target and protocol are, when the request line was not understood
/// @param target the request target as received
/// @param protocol such as `HTTP/1.1`
/// @param status status sent; 0 when the client was gone before one
/// @param responseBytes body bytes sent
/// @param micros from the first byte of the request to the last of the response
/// @param referer value of the Referer field; empty when there is none
/// @param userAgent value of the User-Agent field; empty when there is none
public record AccessRecord(
        String requestId,
        String remoteHost,
        String method,
        String target,
        String protocol,
        int status,
        long responseBytes,
        long micros,
        String referer,
        String userAgent) {}
