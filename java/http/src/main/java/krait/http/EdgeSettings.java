package krait.http;

import java.net.URI;
import java.util.List;
import krait.base.Limits;

/// What an edge is told.
///
/// @param binds addresses to listen on: `tcp://127.0.0.1:8000`, `tcp://[::1]:0`, `unix:/run/k.sock`
/// @param limits of requests and connections
/// @param trusted peers whose forwarded headers count
/// @param serverHeader value of the Server header; empty for none
/// @param durations whether the durations of requests are measured, which costs a look at the clock
public record EdgeSettings(
        List<URI> binds,
        Limits limits,
        TrustedProxies trusted,
        String serverHeader,
        boolean durations) {
    public EdgeSettings {
        binds = List.copyOf(binds);
    }
}
