package krait.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import krait.base.Log;

/// Passes the events of a channel on to its [Http1Connection]. It is alone in the pipeline.
final class Http1Handler extends ChannelInboundHandlerAdapter {
    private static final Log LOG = Log.of("http");

    private final EdgeLoop loop;
    private final Http1Connection connection;

    Http1Handler(EdgeLoop loop, Http1Connection connection) {
        this.loop = loop;
        this.connection = connection;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        loop.add(connection);
        connection.opened();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            loop.counters().add(EdgeCounters.BYTES_RECEIVED, in.readableBytes());
            connection.output().readBegins();
            connection.receive(in);
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        connection.output().readEnds();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            connection.becameWritable();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            connection.inputEnded();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        loop.remove(connection);
        connection.closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.problem(Http1Exchange.defect(cause));
        }
        var _ = ctx.close();
    }
}
