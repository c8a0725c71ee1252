import org.jspecify.annotations.NullMarked;

/// Composition root: wires edge, engines and lifecycle.
@NullMarked
module krait.server {
    requires transitive krait.base;
    requires krait.wire;
    requires krait.http;
    requires krait.workers;
    requires krait.compiler;
    requires krait.runtime;
    requires java.logging;
    requires io.netty.common;
    requires io.netty.buffer;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.classes.io_uring;

    exports krait.server;
}
