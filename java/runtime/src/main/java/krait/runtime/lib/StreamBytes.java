package krait.runtime.lib;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of one of Java's streams. Closing leaves the stream itself open: it belongs to whoever
/// runs the program.
final class StreamBytes extends RawBytes {
    private final InputStream input;
    private final OutputStream output;
    private final boolean readable;
    private final boolean terminal;

    private StreamBytes(
            InputStream input, OutputStream output, boolean readable, boolean terminal) {
        this.input = input;
        this.output = output;
        this.readable = readable;
        this.terminal = terminal;
    }

    static StreamBytes of(InputStream input, boolean terminal) {
        return new StreamBytes(input, OutputStream.nullOutputStream(), true, terminal);
    }

    static StreamBytes of(OutputStream output, boolean terminal) {
        return new StreamBytes(InputStream.nullInputStream(), output, false, terminal);
    }

    /// Whether a file descriptor of this process leads to a terminal.
    static boolean terminal(int descriptor) {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    int read(byte[] into, int from, int count) throws IOException {
        return input.read(into, from, count);
    }

    @Override
    void write(byte[] bytes, int from, int count) throws IOException {
        output.write(bytes, from, count);
        output.flush();
    }

    @Override
    boolean readable() {
        return readable;
    }

    @Override
    boolean writable() {
        return !readable;
    }

    @Override
    boolean terminal() {
        return terminal;
    }

    @Override
    void close() {}
}
