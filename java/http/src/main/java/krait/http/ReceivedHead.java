package krait.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The head that [RequestDecoder] fills, one for each connection. Field offsets count from the
/// start of the header section, so that they hold for a repeated section wherever it lies.
final class ReceivedHead implements RequestHead {
    private static final int[] NONE = new int[0];

    byte[] bytes = new byte[0];
    String method = "";
    int targetStart;
    int targetEnd;
    int pathStart;
    int pathEnd;
    int queryStart;
    int queryEnd;

    /// Authority of an absolute form; empty for other forms.
    int authorityStart;

    int authorityEnd;
    int minorVersion;
    int fieldsStart;
    boolean repeatsHeaders;
    final KnownFields known = new KnownFields();

    /// Four offsets a field: name, its end, value, its end.
    private int[] fields = NONE;

    private int count;

    void clearLine() {
        method = "";
        targetStart = 0;
        targetEnd = 0;
        authorityStart = 0;
        authorityEnd = 0;
        minorVersion = 1;
    }

    void clearFields() {
        count = 0;
        repeatsHeaders = false;
        known.clear();
    }

    void add(int name, int nameEnd, int value, int valueEnd) {
        int at = count * 4;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, Math.max(32, at * 2));
        }
        fields[at] = name - fieldsStart;
        fields[at + 1] = nameEnd - fieldsStart;
        fields[at + 2] = value - fieldsStart;
        fields[at + 3] = valueEnd - fieldsStart;
        count++;
    }

    /// Gives back what an idle connection does not need.
    void shrink() {
        fields = NONE;
        count = 0;
    }

    boolean keepsAlive() {
        return !known.close && (minorVersion > 0 || known.keepAlive);
    }

    /// Values of all fields of that name (in lower case), in order.
    List<String> all(String lowerCaseName) {
        List<String> values = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (Chars.equalsIgnoreCase(bytes, nameStart(i), nameEnd(i), lowerCaseName)) {
                values.add(latin1(valueStart(i), valueEnd(i)));
            }
        }
        return values;
    }

    String target() {
        return latin1(targetStart, targetEnd);
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public int targetStart() {
        return targetStart;
    }

    @Override
    public int targetEnd() {
        return targetEnd;
    }

    @Override
    public int pathStart() {
        return pathStart;
    }

    @Override
    public int pathEnd() {
        return pathEnd;
    }

    @Override
    public int queryStart() {
        return queryStart;
    }

    @Override
    public int queryEnd() {
        return queryEnd;
    }

    @Override
    public int minorVersion() {
        return minorVersion;
    }

    @Override
    public int headers() {
        return count;
    }

    @Override
    public int nameStart(int header) {
        return fieldsStart + fields[header * 4];
    }

    @Override
    public int nameEnd(int header) {
        return fieldsStart + fields[header * 4 + 1];
    }

    @Override
    public int valueStart(int header) {
        return fieldsStart + fields[header * 4 + 2];
    }

    @Override
    public int valueEnd(int header) {
        return fieldsStart + fields[header * 4 + 3];
    }

    @Override
    public boolean repeatsHeaders() {
        return repeatsHeaders;
    }

    @Override
    public long contentLength() {
        return known.chunked ? -1 : Math.max(known.contentLength, 0);
    }

    @Override
    public Optional<String> header(String name) {
        for (int i = 0; i < count; i++) {
            if (nameIs(i, name)) {
                return Optional.of(latin1(valueStart(i), valueEnd(i)));
            }
        }
        return Optional.empty();
    }

    private boolean nameIs(int header, String name) {
        int start = nameStart(header);
        if (nameEnd(header) - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Chars.lower(bytes[start + i]) != Chars.lower((byte) name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String path() {
        for (int i = pathStart; i < pathEnd; i++) {
            if (bytes[i] == '%') {
                return unquotedPath();
            }
        }
        return latin1(pathStart, pathEnd);
    }

    /// What is no escape stays as it is, as `urllib.parse.unquote` leaves it.
    private String unquotedPath() {
        byte[] out = new byte[pathEnd - pathStart];
        int length = 0;
        for (int i = pathStart; i < pathEnd; i++) {
            byte c = bytes[i];
            if (c == '%' && i + 2 < pathEnd) {
                int high = Chars.hex(bytes[i + 1]);
                int low = Chars.hex(bytes[i + 2]);
                if ((high | low) >= 0) {
                    c = (byte) (high << 4 | low);
                    i += 2;
                }
            }
            out[length++] = c;
        }
        return new String(out, 0, length, StandardCharsets.ISO_8859_1);
    }

    private String latin1(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
