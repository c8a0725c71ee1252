package krait.http;

import krait.base.Problem;

/// An exchange whose response may be compressed.
final class CompressibleExchange implements Exchange {
    private final Exchange exchange;
    private final CompressibleResponse response;

    CompressibleExchange(Exchange exchange, GzipPool pool, long bytesMin) {
        this.exchange = exchange;
        this.response = new CompressibleResponse(exchange, pool, bytesMin);
    }

    @Override
    public RequestHead head() {
        return exchange.head();
    }

    @Override
    public Connection connection() {
        return exchange.connection();
    }

    @Override
    public String id() {
        return exchange.id();
    }

    @Override
    public RequestBody body() {
        return exchange.body();
    }

    @Override
    public CompressibleResponse response() {
        return response;
    }

    @Override
    public boolean inLoop() {
        return exchange.inLoop();
    }

    @Override
    public void execute(Runnable task) {
        exchange.execute(task);
    }

    @Override
    public void fail(Problem problem) {
        response.discard();
        exchange.fail(problem);
    }

    @Override
    public void fail(int status) {
        response.discard();
        exchange.fail(status);
    }
}
