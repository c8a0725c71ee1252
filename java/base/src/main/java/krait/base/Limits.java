package krait.base;

import java.time.Duration;

/// Every limit of a request's way, with its default. Each is an option of the command line:
/// `--header-bytes-max`, `KRAIT_HEADER_BYTES_MAX`, `header-bytes-max` in krait.toml.
///
/// @param headerBytesMax request line and header section together, bytes; beyond: 431
/// @param headersMax fields in one request; beyond: 431
/// @param targetBytesMax request target, bytes; beyond: 414
/// @param bodyBytesMax request body, bytes; beyond: 413; 0 is off
/// @param headerTimeout from the first byte of a request to the end of its head; beyond: 408
/// @param bodyIdleTimeout between two pieces of a request body (408), and without progress of a
///   client that reads its response (closed)
/// @param keepAliveTimeout an idle connection is closed after this time
/// @param queueDepthMax requests waiting for a lane, for each event loop; beyond: 503
/// @param queueWaitMax longest wait for a lane; beyond: 503
/// @param requestTimeout from dispatch to the head of the response; beyond: 504; zero is off
/// @param startTimeout a worker must be ready within this time
/// @param stopTimeout from the signal to the end of the process, whatever is in progress
/// @param connectionsMax open client connections; beyond: not accepted until one closes
public record Limits(
        int headerBytesMax,
        int headersMax,
        int targetBytesMax,
        long bodyBytesMax,
        Duration headerTimeout,
        Duration bodyIdleTimeout,
        Duration keepAliveTimeout,
        int queueDepthMax,
        Duration queueWaitMax,
        Duration requestTimeout,
        Duration startTimeout,
        Duration stopTimeout,
        int connectionsMax) {

    public static final Limits DEFAULTS =
            new Limits(
                    32 * 1024,
                    100,
                    8 * 1024,
                    0,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75),
                    4096,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    65_536);
}
