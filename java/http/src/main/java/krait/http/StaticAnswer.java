package krait.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import krait.http.ByteRanges.ByteRange;

/// Answers a GET or HEAD with a file: whole, in ranges, or with the reason why not.
final class StaticAnswer {
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
    private boolean answer(FileChannel file) {
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
            return whole(file, true);
        }
        return switch (asked()) {
            case ByteRanges.Whole _ -> whole(file, false);
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

    private boolean whole(FileChannel file, boolean headOnly) {
        head(200, contentType);
        response.header("Accept-Ranges", "bytes");
        return body(file, 0, sent.size(), headOnly);
    }

    private boolean range(FileChannel file, ByteRange range) {
        head(206, contentType);
        response.header("Content-Range", MultipartRanges.contentRange(range, sent.size()));
        return body(file, range.first(), range.length(), false);
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

    private boolean body(FileChannel file, long offset, long count, boolean headOnly) {
        response.header("Content-Length", Long.toString(count));
        if (headOnly || count == 0) {
            response.end();
            return false;
        }
        response.file(file, offset, count);
        return true;
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
