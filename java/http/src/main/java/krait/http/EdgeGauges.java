package krait.http;

import java.util.Map;

/// What an edge counts: a snapshot, taken while the event loops go on.
///
/// @param connectionsOpen client connections open now
/// @param connectionsAccepted since the start
/// @param requestsActive requests dispatched and not answered
/// @param requests dispatched since the start
/// @param bytesReceived from clients
/// @param bytesSent handed to the connections, files included
/// @param unanswered requests whose client left, or whose connection was cut, before a response
/// @param responses2xx responses by class of status
/// @param responses3xx responses by class of status
/// @param responses4xx responses by class of status
/// @param responses5xx responses by class of status
/// @param refusals requests that the edge refused itself, by reason such as `malformed-target`;
///   every reason is there
/// @param limitHits how often each limit of the edge was met, by the name of its option
/// @param durations of the requests; empty unless [EdgeSettings#durations]
public record EdgeGauges(
        long connectionsOpen,
        long connectionsAccepted,
        long requestsActive,
        long requests,
        long bytesReceived,
        long bytesSent,
        long unanswered,
        long responses2xx,
        long responses3xx,
        long responses4xx,
        long responses5xx,
        Map<String, Long> refusals,
        Map<String, Long> limitHits,
        RequestDurations.Snapshot durations) {}
