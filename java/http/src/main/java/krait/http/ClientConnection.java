package krait.http;

import org.jspecify.annotations.Nullable;

/// The client as an exchange sees it: the peer, or whom a trusted peer speaks for. Loop only.
final class ClientConnection implements Connection {
    private final Peer peer;
    private final TrustedProxies proxies;
    private ForwardedClient told = ForwardedClient.UNTOLD;
    private @Nullable Object attachment;

    ClientConnection(Peer peer, TrustedProxies proxies) {
        this.peer = peer;
        this.proxies = proxies;
    }

    /// Takes what the next request says of its client. A repeated header section says the same.
    void hear(ReceivedHead head) {
        if (!peer.trusted() || head.repeatsHeaders()) {
            return;
        }
        told =
                head.known.forwarded
                        ? proxies.client(
                                head.all("x-forwarded-for"),
                                head.all("x-forwarded-proto"),
                                head.all("forwarded"))
                        : ForwardedClient.UNTOLD;
    }

    /// The id that a trusted peer gave the request; empty when there is no usable one.
    String requestId(ReceivedHead head) {
        if (!peer.trusted() || !head.known.requestId) {
            return "";
        }
        String id = head.header("x-request-id").orElse("");
        return RequestIds.isValid(id) ? id : "";
    }

    @Override
    public String scheme() {
        return told.scheme().isEmpty() ? "http" : told.scheme();
    }

    @Override
    public String remoteHost() {
        return told.host().isEmpty() ? peer.remoteHost() : told.host();
    }

    @Override
    public int remotePort() {
        return told.host().isEmpty() ? peer.remotePort() : told.port();
    }

    @Override
    public String localHost() {
        return peer.localHost();
    }

    @Override
    public int localPort() {
        return peer.localPort();
    }

    @Override
    public @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public void attach(@Nullable Object newAttachment) {
        attachment = newAttachment;
    }
}
