package krait.runtime.lib;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The bytes of a file.
final class FileBytes extends RawBytes {
    private final FileChannel channel;
    private final boolean readable;
    private final boolean writable;

    /// Whether everything written goes to the end.
    private final boolean appends;

    FileBytes(FileChannel channel, boolean readable, boolean writable, boolean appends) {
        this.channel = channel;
        this.readable = readable;
        this.writable = writable;
        this.appends = appends;
    }

    @Override
    int read(byte[] into, int from, int count) throws IOException {
        return channel.read(ByteBuffer.wrap(into, from, count));
    }

    @Override
    void write(byte[] bytes, int from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
        if (appends) {
            channel.position(channel.size());
        }
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    boolean readable() {
        return readable;
    }

    @Override
    boolean writable() {
        return writable;
    }

    @Override
    boolean seekable() {
        return true;
    }

    @Override
    long position() throws IOException {
        return channel.position();
    }

    @Override
    void position(long position) throws IOException {
        channel.position(position);
    }

    @Override
    long size() throws IOException {
        return channel.size();
    }

    @Override
    void truncate(long size) throws IOException {
        long before = channel.size();
        if (size < before) {
            channel.truncate(size);
        } else if (size > before) {
            long at = channel.position();
            channel.write(ByteBuffer.allocate(1), size - 1);
            channel.position(at);
        }
    }

    @Override
    void close() throws IOException {
        channel.close();
    }
}
