package krait.compiler.diagnostics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Finds the encoding of a Python file (PEP 263): a byte order mark, or a comment in one of the
/// first two lines; else UTF-8.
final class SourceDecoder {
    private static final String CODING = "coding";

    /// What every encoding of source files writes as ASCII does.
    private static final String PRINTABLE = "\n #=AZaz09\"'()";

    /// @param utf8 every line ends in a line feed; nobody compares two of these
    /// @param defect why the bytes are no text
    @SuppressWarnings("ArrayRecordComponent")
    record Decoded(byte[] utf8, Optional<SourceDefect> defect) {}

    private SourceDecoder() {}

    static Decoded decode(String name, byte[] bytes) {
        boolean marked =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        byte[] body = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        String encoding = cookie(body);
        boolean utf8 = encoding.isEmpty() || isUtf8(encoding);
        if (marked && !utf8) {
            String shown = isLatin1(encoding) ? "iso-8859-1" : encoding;
            return defect(body, "encoding problem: " + shown + " with BOM");
        }
        if (!utf8) {
            return text(body, encoding);
        }
        byte[] lines = lines(body);
        Optional<SourceDefect> defect =
                isAscii(lines)
                        ? Optional.empty()
                        : marked || !encoding.isEmpty()
                                ? Utf8Check.declared(lines)
                                : Utf8Check.undeclared(name, lines);
        return new Decoded(lines, defect);
    }

    /// In an encoding other than UTF-8.
    private static Decoded text(byte[] body, String encoding) {
        try {
            Charset charset = isLatin1(encoding) ? ISO_8859_1 : Charset.forName(encoding);
            if (!PRINTABLE.equals(new String(PRINTABLE.getBytes(US_ASCII), charset))) {
                return problem(body, encoding);
            }
            String text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(body))
                            .toString();
            return new Decoded(lines(text.getBytes(UTF_8)), Optional.empty());
        } catch (CharacterCodingException
                | IllegalCharsetNameException
                | UnsupportedCharsetException e) {
            return problem(body, encoding);
        }
    }

    private static Decoded problem(byte[] body, String encoding) {
        return defect(body, "encoding problem: " + encoding);
    }

    private static Decoded defect(byte[] body, String what) {
        return new Decoded(lines(body), Optional.of(new SourceDefect(what, 1, 0)));
    }

    private static boolean isAscii(byte[] body) {
        for (byte each : body) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(String encoding) {
        String name = normal(encoding);
        return name.equals("utf-8") || name.startsWith("utf-8-");
    }

    private static boolean isLatin1(String encoding) {
        String name = normal(encoding);
        return name.startsWith("latin-1")
                || name.startsWith("iso-8859-1")
                || name.startsWith("iso-latin-1");
    }

    private static String normal(String encoding) {
        return encoding.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name in `# -*- coding: NAME -*-`; empty where there is none.
    private static String cookie(byte[] body) {
        int start = 0;
        for (int line = 0; line < 2 && start < body.length; line++) {
            int end = start;
            while (end < body.length && body[end] != '\n' && body[end] != '\r') {
                end++;
            }
            int at = start;
            while (at < end && (body[at] == ' ' || body[at] == '\t' || body[at] == '\f')) {
                at++;
            }
            if (at < end && body[at] != '#') {
                return "";
            }
            String name = coding(new String(body, at, end - at, ISO_8859_1));
            if (!name.isEmpty()) {
                return name;
            }
            boolean pair = end + 1 < body.length && body[end] == '\r' && body[end + 1] == '\n';
            start = end + (pair ? 2 : 1);
        }
        return "";
    }

    private static String coding(String comment) {
        for (int at = comment.indexOf(CODING); at >= 0; at = comment.indexOf(CODING, at + 1)) {
            int from = at + CODING.length();
            if (from < comment.length() && ":=".indexOf(comment.charAt(from)) >= 0) {
                from++;
                while (from < comment.length() && " \t".indexOf(comment.charAt(from)) >= 0) {
                    from++;
                }
                int to = from;
                while (to < comment.length() && isNamePart(comment.charAt(to))) {
                    to++;
                }
                if (to > from) {
                    return comment.substring(from, to);
                }
            }
        }
        return "";
    }

    private static boolean isNamePart(char each) {
        return Character.isLetterOrDigit(each) || each == '-' || each == '_' || each == '.';
    }

    /// Turns the line ends of all systems into line feeds, and ends the last line.
    static byte[] lines(byte[] body) {
        byte[] out = new byte[body.length + 1];
        int length = 0;
        for (int i = 0; i < body.length; i++) {
            byte each = body[i];
            if (each == '\r') {
                each = '\n';
                if (i + 1 < body.length && body[i + 1] == '\n') {
                    i++;
                }
            }
            out[length++] = each;
        }
        if (length > 0 && out[length - 1] != '\n') {
            out[length++] = '\n';
        }
        return length == out.length ? out : Arrays.copyOf(out, length);
    }
}
