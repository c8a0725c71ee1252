package krait.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import krait.base.Json;
import krait.base.Log;

/// Formats access records, one line each, in ASCII: whatever a client sent can neither begin a line
/// nor end a field. Used by one thread.
final class AccessLine {
    private static final DateTimeFormatter CLF_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
    private static final String HEX = "0123456789ABCDEF";

    private final Log.Format format;
    private final ZoneId zone;
    private long clfSecond = Long.MIN_VALUE;
    private String clfTime = "";

    AccessLine(Log.Format format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
    }

    /// Appends the line of a request that ended at `epochMillis`.
    void append(StringBuilder out, AccessRecord record, long epochMillis) {
        switch (format) {
            case TEXT -> text(out, record, epochMillis);
            case JSON -> json(out, record, epochMillis);
        }
        out.append('\n');
    }

    /// The combined log format, then the seconds taken and the request id.
    private void text(StringBuilder out, AccessRecord record, long epochMillis) {
        field(out, record.remoteHost());
        out.append(" - - [").append(clfTime(epochMillis)).append("] \"");
        if (record.method().isEmpty()) {
            out.append('-');
        } else {
            escape(out, record.method());
            out.append(' ');
            escape(out, record.target());
            out.append(' ');
            escape(out, record.protocol());
        }
        out.append("\" ").append(record.status()).append(' ').append(record.responseBytes());
        out.append(" \"");
        field(out, record.referer());
        out.append("\" \"");
        field(out, record.userAgent());
        out.append("\" ");
        seconds(out, record.micros());
        out.append(' ');
        field(out, record.requestId());
    }

    private static void json(StringBuilder out, AccessRecord record, long epochMillis) {
        out.append("{\"time\":\"").append(Instant.ofEpochMilli(epochMillis));
        out.append("\",\"level\":\"info\",\"room\":\"access\"");
        member(out, "request_id", record.requestId());
        member(out, "remote_host", record.remoteHost());
        member(out, "method", record.method());
        member(out, "target", record.target());
        member(out, "protocol", record.protocol());
        out.append(",\"status\":").append(record.status());
        out.append(",\"response_bytes\":").append(record.responseBytes());
        out.append(",\"duration_us\":").append(record.micros());
        member(out, "referer", record.referer());
        member(out, "user_agent", record.userAgent());
        out.append('}');
    }

    private static void member(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":");
        Json.quote(out, value);
    }

    private String clfTime(long epochMillis) {
        long second = Math.floorDiv(epochMillis, 1000);
        if (second != clfSecond) {
            clfSecond = second;
            clfTime = CLF_TIME.format(Instant.ofEpochSecond(second).atZone(zone));
        }
        return clfTime;
    }

    private static void seconds(StringBuilder out, long micros) {
        out.append(micros / 1_000_000).append('.');
        String fraction = Long.toString(micros % 1_000_000);
        out.repeat('0', 6 - fraction.length()).append(fraction);
    }

    private static void field(StringBuilder out, String value) {
        if (value.isEmpty()) {
            out.append('-');
        } else {
            escape(out, value);
        }
    }

    /// Writes anything but visible ASCII and space as `\xHH`, and so the quote and the backslash,
    /// as nginx does.
    private static void escape(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append("\\x").append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
    }
}
