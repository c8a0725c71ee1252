package krait.http;

/// What trusted proxies say of the client of a request.
///
/// @param host its address, IPv6 in the short form of RFC 5952 and without brackets; empty when
///   they say nothing usable, so that the address of the peer stands
/// @param port its port; 0 when unknown
/// @param scheme `http` or `https`, as the client used it; empty when they don't say
public record ForwardedClient(String host, int port, String scheme) {
    public static final ForwardedClient UNTOLD = new ForwardedClient("", 0, "");
}
