package krait.server;

import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import krait.base.Log;

/// Takes what Netty logs into our log: one line a record, where Netty's own way would show
/// operators a Java stack trace.
final class NettyLog extends Handler {
    private static final Log LOG = Log.of("netty");

    /// The JDK forgets the settings of loggers that nobody holds.
    private static final Logger NETTY = Logger.getLogger("io.netty");

    private NettyLog() {}

    static void install() {
        if (NETTY.getHandlers().length == 0) {
            NETTY.setUseParentHandlers(false);
            NETTY.addHandler(new NettyLog());
        }
    }

    @Override
    public void publish(LogRecord entry) {
        Throwable cause = entry.getThrown();
        Object why = cause == null ? "" : cause.toString();
        boolean warning = entry.getLevel().intValue() >= Level.WARNING.intValue();
        // A socket that closes while its loop ends: there is nothing left to be told.
        if (warning && !(cause instanceof RejectedExecutionException)) {
            LOG.warning(entry.getMessage(), "cause", why);
        } else {
            LOG.debug(entry.getMessage(), "cause", why);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
