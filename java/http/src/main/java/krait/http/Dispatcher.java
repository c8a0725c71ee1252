package krait.http;

/// Takes the exchanges of a mount: an engine, a static folder, a redirect.
@FunctionalInterface
public interface Dispatcher {
    /// Takes an exchange. Called on the connection's event loop: it must not block. From then on
    /// the dispatcher owes the exchange an answer.
    void dispatch(Exchange exchange);
}
