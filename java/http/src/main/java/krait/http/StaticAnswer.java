package krait.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import krait.http.ByteRanges.ByteRange;

/// Answers a GET or HEAD with a file: whole, in ranges, or with the reason why not.
final class StaticAnswer {
    /// Up to this size a file is read and goes out with its head in one system call; sendfile needs
    /// one of its own.
    private static final int COPIED_BYTES_MAX = 16 * 1024;

    private final Exchange exchange;
    private final Response response;
    private final Representation sent;
    private final String contentType;
    private final String cacheControl;
    private final boolean varies;

    /// @param cacheControl value of Cache-Control, or empty for none
    /// @param varies whether the file exists in several codings
    StaticAnswer(
            Exchange exchange,
            Representation sent,
            String contentType,
            String cacheControl,
            boolean varies) {
        this.exchange = exchange;
        this.response = exchange.response();
        this.sent = sent;
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.varies = varies;
    }

    /// The file to open.
    Path path() {
        return sent.path();
    }

    /// Answers from the open file, and sees to it that it is closed. False when the file is no
    /// longer the one that was looked up; nothing is answered then.
    boolean send(FileChannel file) throws IOException {
        boolean handedOver = false;
        try {
            if (file.size() != sent.size()) {
                return false;
            }
            handedOver = answer(file);
            return true;
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    /// True when the file was handed over to be sent and closed.
    private boolean answer(FileChannel file) throws IOException {
        switch (sent.preconditions().evaluate(exchange.head())) {
            case FAILED -> {
                exchange.fail(412);
                return false;
            }
            case NOT_MODIFIED -> {
                response.status(304);
                validators();
                response.end();
                return false;
            }
            case PROCEED -> {}
        }
        if (exchange.head().method().equals("HEAD")) {
            // Ranges are defined for GET alone (RFC 9110 section 14.2).
            headWhole();
            response.end();
            return false;
        }
        return switch (asked()) {
            case ByteRanges.Whole _ -> whole(file);
            case ByteRanges.Unsatisfiable _ -> unsatisfiable();
            case ByteRanges.Parts parts ->
                    parts.ranges().size() == 1
                            ? range(file, parts.ranges().getFirst())
                            : ranges(file, parts);
        };
    }

    private ByteRanges.Asked asked() {
        Optional<String> range = Fields.list(exchange.head(), "range");
        if (range.isEmpty() || !sent.preconditions().allowRange(exchange.head())) {
            return ByteRanges.WHOLE;
        }
        return ByteRanges.parse(range.get(), sent.size());
    }

    private boolean whole(FileChannel file) throws IOException {
        if (sent.size() > COPIED_BYTES_MAX) {
            headWhole();
            response.file(file, 0, sent.size());
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) sent.size());
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException("a static file shrank while it was being read");
            }
        }
        headWhole();
        response.end(bytes.array(), 0, bytes.position());
        return false;
    }

    private boolean range(FileChannel file, ByteRange range) {
        head(206, contentType);
        response.header("Content-Range", MultipartRanges.contentRange(range, sent.size()));
        response.header("Content-Length", Long.toString(range.length()));
        response.file(file, range.first(), range.length());
        return true;
    }

    private boolean ranges(FileChannel file, ByteRanges.Parts parts) {
        MultipartRanges body =
                new MultipartRanges(response, file, sent.size(), contentType, parts.ranges());
        head(206, body.contentType());
        response.header("Content-Length", Long.toString(body.contentLength()));
        body.start();
        return true;
    }

    private boolean unsatisfiable() {
        response.status(416);
        response.header("Content-Range", "bytes */" + sent.size());
        response.header("Content-Length", "0");
        response.end();
        return false;
    }

    private void headWhole() {
        head(200, contentType);
        response.header("Accept-Ranges", "bytes");
        response.header("Content-Length", Long.toString(sent.size()));
    }

    private void head(int status, String type) {
        response.status(status);
        response.header("Content-Type", type);
        if (!sent.coding().isEmpty()) {
            response.header("Content-Encoding", sent.coding());
        }
        validators();
        response.header("X-Content-Type-Options", "nosniff");
    }

    /// The fields that a 304 carries too (RFC 9110 section 15.4.5).
    private void validators() {
        response.header("ETag", sent.etag());
        response.header("Last-Modified", HttpDate.format(sent.modified()));
        if (!cacheControl.isEmpty()) {
            response.header("Cache-Control", cacheControl);
        }
        if (varies) {
            response.header("Vary", "Accept-Encoding");
        }
    }
}
