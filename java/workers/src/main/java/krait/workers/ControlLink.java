package krait.workers;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import krait.wire.ProtocolException;

/// The control link of one process, from its HELLO on. [#receive] belongs to one thread; [#send]
/// and [#close] are thread-safe and never block, for a process whose interpreter is busy may read
/// late.
final class ControlLink implements AutoCloseable {
    private static final int FRAME_BYTES_MAX = 16 << 20;

    /// Commands that wait for a process that does not read; what comes beyond them is dropped.
    private static final int COMMANDS_WAITING_MAX = 1024;

    private final SocketChannel channel;
    private final ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    private final BlockingQueue<byte[]> commands = new ArrayBlockingQueue<>(COMMANDS_WAITING_MAX);
    private final Thread writer;

    ControlLink(SocketChannel channel) {
        this.channel = channel;
        this.writer = Thread.ofVirtual().name("control-writer").start(this::write);
    }

    /// Waits for the next frame.
    ///
    /// @throws EOFException when the worker has closed the link
    /// @throws ProtocolException when it sends what the protocol does not know
    List<ControlMessage> receive() throws IOException {
        fill(length.clear());
        int size = length.getInt(0);
        if (size < 1 || size > FRAME_BYTES_MAX) {
            throw new ProtocolException("a frame of " + Integer.toUnsignedLong(size) + " bytes");
        }
        ByteBuffer payload = ByteBuffer.allocate(size);
        fill(payload);
        return ControlMessage.decode(payload.array());
    }

    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }

    /// Queues a frame; false when too many wait.
    boolean send(byte[] frame) {
        return commands.offer(frame);
    }

    private void write() {
        try {
            while (true) {
                ByteBuffer frame = ByteBuffer.wrap(commands.take());
                while (frame.hasRemaining()) {
                    channel.write(frame);
                }
            }
        } catch (IOException | InterruptedException e) {
            close(); // the reader sees the end of the link and tells
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
