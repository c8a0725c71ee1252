import org.jspecify.annotations.NullMarked;

/// CPython worker processes: launch, lanes, dispatch, drain, restart.
@NullMarked
module krait.workers {
    requires transitive krait.base;
    requires transitive krait.wire;
    requires io.netty.common;
    requires transitive io.netty.buffer;
    requires transitive io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.classes.io_uring;
    requires io.netty.transport.unix.common;
    requires org.jctools.core;

    exports krait.workers;
}
