import org.jspecify.annotations.NullMarked;

/// The edge: Netty front, HTTP/1.1, static files, access log.
@NullMarked
module krait.http {
    requires transitive krait.base;
    requires io.netty.common;
    requires transitive io.netty.buffer;
    requires transitive io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.classes.io_uring;
    requires io.netty.transport.unix.common;

    exports krait.http;
}
