package krait.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The part of a file that is still to be worked on, slice by slice. Owns the file. Loop only.
final class FileSlices {
    private final FileChannel file;
    private long position;
    private long left;

    FileSlices(FileChannel file, long offset, long count) {
        this.file = file;
        this.position = offset;
        this.left = count;
    }

    boolean isEmpty() {
        return left == 0;
    }

    /// Reads the next slice, of at most `bytesMax`.
    ///
    /// @throws IOException when it can't be read, or the file has become shorter
    ByteBuffer next(int bytesMax) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(left, bytesMax));
        if (file.read(bytes, position) <= 0) {
            throw new EOFException();
        }
        bytes.flip();
        position += bytes.limit();
        left -= bytes.limit();
        return bytes;
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
