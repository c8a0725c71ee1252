package krait.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import krait.base.Log;
import krait.http.ByteRanges.ByteRange;

/// Sends several ranges of a file as multipart/byteranges (RFC 9110 section 14.6), as fast as the
/// client takes them. Runs on the event loop of the exchange.
final class MultipartRanges {
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int PENDING_BYTES_MAX = 256 * 1024;

    private static final Log LOG = Log.of("http");

    /// A range with the boundary and the fields that stand before it, in ASCII.
    private record Part(String head, ByteRange range) {}

    private final Response response;
    private final FileChannel file;
    private final List<Part> parts;
    private final String boundary;
    private final byte[] tail;

    private final Iterator<Part> next;
    private long position;
    private long left;
    private boolean pumping;
    private boolean over;

    /// Takes the channel: it is closed when all is sent or the client is gone.
    MultipartRanges(
            Response response,
            FileChannel file,
            long size,
            String contentType,
            List<ByteRange> ranges) {
        this.response = response;
        this.file = file;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        this.boundary = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        this.parts = new ArrayList<>();
        for (ByteRange range : ranges) {
            String head =
                    "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                            .formatted(boundary, contentType, contentRange(range, size));
            parts.add(new Part(head, range));
        }
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII);
        this.next = parts.iterator();
    }

    static String contentRange(ByteRange range, long size) {
        return "bytes " + range.first() + "-" + range.last() + "/" + size;
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    long contentLength() {
        long length = tail.length;
        for (Part part : parts) {
            length += part.head().length() + part.range().length();
        }
        return length;
    }

    /// Sends the body; status and fields have been given.
    void start() {
        response.onGone(this::close);
        response.onProgress(this::pump);
        pump();
    }

    private void pump() {
        if (pumping || over) {
            return;
        }
        pumping = true;
        try {
            while (!over && response.pendingBytes() < PENDING_BYTES_MAX) {
                step();
            }
        } catch (IOException e) {
            cut("a static file could not be read: " + e.getMessage());
        } finally {
            pumping = false;
        }
    }

    private void step() throws IOException {
        if (left > 0) {
            sendChunk();
        } else if (next.hasNext()) {
            Part part = next.next();
            position = part.range().first();
            left = part.range().length();
            byte[] head = part.head().getBytes(US_ASCII);
            response.write(head, 0, head.length);
        } else {
            close();
            response.end(tail, 0, tail.length);
        }
    }

    private void sendChunk() throws IOException {
        int wanted = (int) Math.min(left, CHUNK_BYTES);
        ByteBuf chunk = ByteBufAllocator.DEFAULT.ioBuffer(wanted);
        int read = -1;
        try {
            read = chunk.writeBytes(file, position, wanted);
        } finally {
            if (read <= 0) {
                chunk.release();
            }
        }
        if (read <= 0) {
            cut("a static file shrank while it was being sent");
            return;
        }
        position += read;
        left -= read;
        response.write(chunk);
    }

    private void cut(String why) {
        LOG.warning(why);
        close();
        response.abort();
    }

    private void close() {
        if (over) {
            return;
        }
        over = true;
        try {
            file.close();
        } catch (IOException e) {
            LOG.warning("a static file could not be closed: " + e.getMessage());
        }
    }
}
