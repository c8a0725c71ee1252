package krait.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request head made of a method, a target in origin form and fields.
final class FakeHead implements RequestHead {
    private record Span(int start, int end) {}

    private final String method;
    private final byte[] bytes;
    private final Span target;
    private final Span path;
    private final Span query;
    private final List<Span> names = new ArrayList<>();
    private final List<Span> values = new ArrayList<>();

    /// `fields` alternate names and values, in latin-1.
    FakeHead(String method, String target, String... fields) {
        this.method = method;
        StringBuilder text = new StringBuilder(method).append(' ');
        this.target = append(text, target);
        int mark = target.indexOf('?');
        int start = this.target.start();
        this.path = new Span(start, mark < 0 ? this.target.end() : start + mark);
        this.query =
                mark < 0
                        ? new Span(this.target.end(), this.target.end())
                        : new Span(start + mark + 1, this.target.end());
        text.append(" HTTP/1.1\r\n");
        for (int i = 0; i + 1 < fields.length; i += 2) {
            names.add(append(text, fields[i]));
            text.append(": ");
            values.add(append(text, fields[i + 1]));
            text.append("\r\n");
        }
        this.bytes = text.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    private static Span append(StringBuilder text, String piece) {
        int start = text.length();
        text.append(piece);
        return new Span(start, text.length());
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
        return target.start();
    }

    @Override
    public int targetEnd() {
        return target.end();
    }

    @Override
    public int pathStart() {
        return path.start();
    }

    @Override
    public int pathEnd() {
        return path.end();
    }

    @Override
    public int queryStart() {
        return query.start();
    }

    @Override
    public int queryEnd() {
        return query.end();
    }

    @Override
    public int minorVersion() {
        return 1;
    }

    @Override
    public int headers() {
        return names.size();
    }

    @Override
    public int nameStart(int header) {
        return names.get(header).start();
    }

    @Override
    public int nameEnd(int header) {
        return names.get(header).end();
    }

    @Override
    public int valueStart(int header) {
        return values.get(header).start();
    }

    @Override
    public int valueEnd(int header) {
        return values.get(header).end();
    }

    @Override
    public boolean repeatsHeaders() {
        return false;
    }

    @Override
    public long contentLength() {
        return 0;
    }

    @Override
    public Optional<String> header(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (text(names.get(i)).equalsIgnoreCase(name)) {
                return Optional.of(text(values.get(i)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String path() {
        String raw = text(path);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*")) {
                decoded.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                decoded.write(raw.charAt(i));
            }
        }
        return decoded.toString(ISO_8859_1);
    }

    private String text(Span span) {
        return new String(bytes, span.start(), span.end() - span.start(), ISO_8859_1);
    }
}
