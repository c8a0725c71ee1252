package krait.http;

import io.netty.util.concurrent.FastThreadLocal;

/// Compresses with gzip what the dispatcher behind it answers, where the client accepts it and it
/// pays: see [CompressibleResponse]. Immutable.
public final class Compression implements Dispatcher {
    private final Dispatcher next;
    private final long bytesMin;
    private final FastThreadLocal<GzipPool> pools =
            new FastThreadLocal<>() {
                @Override
                protected GzipPool initialValue() {
                    return new GzipPool();
                }
            };

    /// @param bytesMin shortest body that is compressed, where its length is known before it is
    ///   sent
    public Compression(Dispatcher next, long bytesMin) {
        this.next = next;
        this.bytesMin = bytesMin;
    }

    @Override
    public void dispatch(Exchange exchange) {
        CompressibleExchange compressible =
                new CompressibleExchange(exchange, pools.get(), bytesMin);
        try {
            next.dispatch(compressible);
        } catch (RuntimeException defect) {
            compressible.response().discard();
            throw defect;
        }
    }
}
