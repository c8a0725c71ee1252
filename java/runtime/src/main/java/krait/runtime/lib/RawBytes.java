package krait.runtime.lib;

import java.io.IOException;

/// Bytes without a buffer: what a file object reads from and writes to. What an object does not
/// support is never asked of it.
abstract class RawBytes {
    /// Reads up to so many bytes; -1 at the end.
    abstract int read(byte[] into, int from, int count) throws IOException;

    /// Writes all of these bytes.
    abstract void write(byte[] bytes, int from, int count) throws IOException;

    abstract boolean readable();

    abstract boolean writable();

    boolean seekable() {
        return false;
    }

    /// Where the next byte is read or written.
    long position() throws IOException {
        throw new IOException("Illegal seek");
    }

    void position(long position) throws IOException {
        throw new IOException("Illegal seek");
    }

    long size() throws IOException {
        throw new IOException("Illegal seek");
    }

    void truncate(long size) throws IOException {
        throw new IOException("Invalid argument");
    }

    /// Whether a person sits at the other end.
    boolean terminal() {
        return false;
    }

    abstract void close() throws IOException;
}
