package krait.http;

/// What an edge counts: a snapshot, taken while the event loops go on.
///
/// @param connectionsOpen client connections open now
/// @param connectionsAccepted since the start
/// @param requestsActive requests dispatched and not answered
/// @param requests dispatched since the start
/// @param refusals requests that the edge refused itself: malformed, beyond a limit, late
/// @param bytesReceived from clients
/// @param bytesSent handed to the connections, files included
/// @param responses2xx responses by class of status
/// @param responses3xx responses by class of status
/// @param responses4xx responses by class of status
/// @param responses5xx responses by class of status
public record EdgeGauges(
        long connectionsOpen,
        long connectionsAccepted,
        long requestsActive,
        long requests,
        long refusals,
        long bytesReceived,
        long bytesSent,
        long responses2xx,
        long responses3xx,
        long responses4xx,
        long responses5xx) {}
