package krait.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import krait.base.Limits;
import org.jspecify.annotations.Nullable;

/// Scans the head of a request (RFC 9112 sections 2 to 5) once, stopping and going on wherever the
/// bytes end, so that the result never depends on how they were cut. Sans-I/O, one for each
/// connection.
final class HeadScanner {
    private enum Phase {
        START,
        START_LINE_FEED,
        METHOD,
        TARGET,
        VERSION,
        SECTION,
        LINE,
        NAME,
        BEFORE_VALUE,
        VALUE,
        VALUE_LINE_FEED,
        LAST_LINE_FEED,
        DONE
    }

    /// Longer header sections are not remembered: the copy would cost more than it saves.
    private static final int REMEMBERED_BYTES_MAX = 8 * 1024;

    private static final byte[] VERSION = "HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE = new byte[0];

    private final Limits limits;
    private final ReceivedHead head;

    private Phase phase = Phase.START;
    private int headStart;
    private int position;
    private int targetStart;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;
    private @Nullable Refusal refusal;

    /// The header section of the request before, whose offsets `head` still holds.
    private byte[] remembered = NONE;

    private int rememberedLength;
    private int rememberedVersion;

    HeadScanner(Limits limits, ReceivedHead head) {
        this.limits = limits;
        this.head = head;
    }

    /// Begins with the head at `start`, or begins it again after its bytes were moved there.
    void restart(int start) {
        phase = Phase.START;
        headStart = start;
        position = start;
        head.clearLine();
    }

    /// First byte that has not been scanned; after the head, the first byte behind it.
    int position() {
        return position;
    }

    @Nullable Refusal refusal() {
        return refusal;
    }

    /// The head will never be complete: only what was read of it stays, nothing of the one before.
    void abandon() {
        if (phase.compareTo(Phase.LINE) < 0) {
            head.clearFields();
        }
    }

    /// Forgets the request before: an idle connection is to be cheap.
    void forget() {
        remembered = NONE;
        rememberedLength = 0;
        head.shrink();
    }

    /// Scans up to `limit`. True when the head is complete; false when it needs more bytes, or,
    /// with [#refusal] set, when it is refused.
    boolean scan(byte[] in, int limit) {
        head.bytes = in;
        if (phase.compareTo(Phase.METHOD) < 0 && !emptyLine(in, limit)) {
            return false;
        }
        int end = (int) Math.min(limit, (long) headStart + limits.headerBytesMax());
        if (requestLine(in, end) && section(in, end) && fields(in, end)) {
            finish(in);
            return refusal == null;
        }
        if (refusal == null && end - headStart == limits.headerBytesMax()) {
            refusal = Refusal.HEADER_TOO_LARGE;
        }
        return false;
    }

    /// One empty line before the request line is skipped (RFC 9112 section 2.2).
    private boolean emptyLine(byte[] in, int limit) {
        if (position == limit) {
            return false;
        }
        if (phase == Phase.START && in[position] == '\r') {
            position++;
            phase = Phase.START_LINE_FEED;
            if (position == limit) {
                return false;
            }
        }
        if (phase == Phase.START_LINE_FEED) {
            if (in[position] != '\n') {
                return refuse(Refusal.BARE_CARRIAGE_RETURN);
            }
            position++;
        }
        headStart = position;
        phase = Phase.METHOD;
        return true;
    }

    private boolean requestLine(byte[] in, int end) {
        return (phase != Phase.METHOD || method(in, end))
                && (phase != Phase.TARGET || target(in, end))
                && (phase != Phase.VERSION || version(in, end));
    }

    private boolean method(byte[] in, int end) {
        int stop = Math.min(end, headStart + Methods.BYTES_MAX + 1);
        int p = position;
        while (p < stop && Chars.is(Chars.TOKEN, in[p])) {
            p++;
        }
        position = p;
        if (p - headStart > Methods.BYTES_MAX) {
            return refuse(Refusal.UNKNOWN_METHOD);
        }
        if (p == end) {
            return false;
        }
        if (in[p] != ' ' || p == headStart) {
            return refuse(in[p] == '\n' ? Refusal.BARE_LINE_FEED : Refusal.MALFORMED_REQUEST_LINE);
        }
        head.method = Methods.of(in, headStart, p);
        targetStart = p + 1;
        position = p + 1;
        phase = Phase.TARGET;
        return true;
    }

    private boolean target(byte[] in, int end) {
        int start = targetStart;
        int stop = (int) Math.min(end, (long) start + limits.targetBytesMax() + 1);
        int p = position;
        while (p < stop && Chars.is(Chars.TARGET, in[p])) {
            p++;
        }
        position = p;
        if (p - start > limits.targetBytesMax()) {
            return refuse(Refusal.TARGET_TOO_LONG);
        }
        if (p == end) {
            return false;
        }
        if (in[p] != ' ') {
            return refuse(
                    switch (in[p]) {
                        case '\r' -> Refusal.MALFORMED_REQUEST_LINE;
                        case '\n' -> Refusal.BARE_LINE_FEED;
                        default -> Refusal.MALFORMED_TARGET;
                    });
        }
        if (p == start) {
            return refuse(Refusal.MALFORMED_REQUEST_LINE);
        }
        head.targetStart = start;
        head.targetEnd = p;
        position = p + 1;
        phase = Phase.VERSION;
        return true;
    }

    /// Checks byte by byte: a client that speaks another version may send fewer bytes than we wait
    /// for. A higher minor version is read as 1.1 (RFC 9110 section 2.5).
    private boolean version(byte[] in, int end) {
        for (int i = 0; i < VERSION.length; i++) {
            if (position + i == end) {
                return false;
            }
            byte c = in[position + i];
            boolean digit = i == 5 || i == 7;
            if (digit ? !Chars.isDigit(c) : c != VERSION[i]) {
                return refuse(lineEnd(i, c));
            }
            if (i == 7 && in[position + 5] != '1') {
                return refuse(Refusal.UNKNOWN_VERSION);
            }
        }
        head.minorVersion = in[position + 7] == '0' ? 0 : 1;
        position += VERSION.length;
        if (head.method.equals("CONNECT")) {
            return refuse(Refusal.UNKNOWN_METHOD);
        }
        if (!TargetForms.split(head)) {
            return refuse(Refusal.MALFORMED_TARGET);
        }
        phase = Phase.SECTION;
        return true;
    }

    private static Refusal lineEnd(int index, byte c) {
        if (c == '\n') {
            return Refusal.BARE_LINE_FEED;
        }
        return index == VERSION.length - 1
                ? Refusal.BARE_CARRIAGE_RETURN
                : Refusal.MALFORMED_REQUEST_LINE;
    }

    /// Compares the header section with the one before. False while they are alike as far as there
    /// are bytes.
    private boolean section(byte[] in, int end) {
        if (phase != Phase.SECTION) {
            return true;
        }
        int length = Math.min(end - position, rememberedLength);
        boolean alike =
                rememberedLength > 0
                        && rememberedVersion == head.minorVersion
                        && Arrays.equals(in, position, position + length, remembered, 0, length);
        if (alike && length < rememberedLength && end - headStart < limits.headerBytesMax()) {
            return false;
        }
        if (alike && length == rememberedLength) {
            head.known.move(position - head.fieldsStart);
            head.fieldsStart = position;
            head.repeatsHeaders = true;
            position += length;
            phase = Phase.DONE;
        } else {
            head.clearFields();
            head.fieldsStart = position;
            rememberedLength = 0;
            phase = Phase.LINE;
        }
        return true;
    }

    private boolean fields(byte[] in, int end) {
        while (phase != Phase.DONE) {
            boolean more =
                    switch (phase) {
                        case LINE -> line(in, end);
                        case NAME -> name(in, end);
                        case BEFORE_VALUE -> beforeValue(in, end);
                        case VALUE -> value(in, end);
                        default -> lineFeed(in, end);
                    };
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private boolean line(byte[] in, int end) {
        if (position == end) {
            return false;
        }
        byte c = in[position];
        if (c == '\r') {
            position++;
            phase = Phase.LAST_LINE_FEED;
            return true;
        }
        if (c == ' ' || c == '\t') {
            return refuse(Refusal.FOLDED_LINE);
        }
        if (c == '\n') {
            return refuse(Refusal.BARE_LINE_FEED);
        }
        if (head.headers() == limits.headersMax()) {
            return refuse(Refusal.TOO_MANY_FIELDS);
        }
        nameStart = position;
        phase = Phase.NAME;
        return true;
    }

    private boolean name(byte[] in, int end) {
        int p = position;
        while (p < end && Chars.is(Chars.TOKEN, in[p])) {
            p++;
        }
        position = p;
        if (p == end) {
            return false;
        }
        if (in[p] != ':' || p == nameStart) {
            return refuse(Refusal.MALFORMED_FIELD_NAME);
        }
        nameEnd = p;
        position = p + 1;
        phase = Phase.BEFORE_VALUE;
        return true;
    }

    private boolean beforeValue(byte[] in, int end) {
        int p = position;
        while (p < end && (in[p] == ' ' || in[p] == '\t')) {
            p++;
        }
        position = p;
        valueStart = p;
        if (p == end) {
            return false;
        }
        phase = Phase.VALUE;
        return true;
    }

    private boolean value(byte[] in, int end) {
        int p = position;
        while (p < end && Chars.is(Chars.VALUE, in[p])) {
            p++;
        }
        position = p;
        if (p == end) {
            return false;
        }
        if (in[p] != '\r') {
            return refuse(in[p] == '\n' ? Refusal.BARE_LINE_FEED : Refusal.MALFORMED_FIELD_VALUE);
        }
        position = p + 1;
        while (p > valueStart && (in[p - 1] == ' ' || in[p - 1] == '\t')) {
            p--;
        }
        valueEnd = p;
        phase = Phase.VALUE_LINE_FEED;
        return true;
    }

    private boolean lineFeed(byte[] in, int end) {
        if (position == end) {
            return false;
        }
        if (in[position] != '\n') {
            return refuse(Refusal.BARE_CARRIAGE_RETURN);
        }
        position++;
        if (phase == Phase.LAST_LINE_FEED) {
            phase = Phase.DONE;
            return true;
        }
        head.add(nameStart, nameEnd, valueStart, valueEnd);
        refusal = head.known.note(in, nameStart, nameEnd, valueStart, valueEnd);
        phase = Phase.LINE;
        return refusal == null;
    }

    private void finish(byte[] in) {
        KnownFields known = head.known;
        refusal = known.judge(head.minorVersion, limits.bodyBytesMax());
        if (refusal == null && !TargetForms.agreesWithHost(head)) {
            refusal = Refusal.HOST_MISMATCH;
        }
        int length = position - head.fieldsStart;
        if (refusal == null && !head.repeatsHeaders && length <= REMEMBERED_BYTES_MAX) {
            if (remembered.length < length) {
                remembered = new byte[length];
            }
            System.arraycopy(in, head.fieldsStart, remembered, 0, length);
            rememberedLength = length;
            rememberedVersion = head.minorVersion;
        }
    }

    private boolean refuse(Refusal why) {
        refusal = why;
        return false;
    }
}
