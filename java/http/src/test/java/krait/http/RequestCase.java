package krait.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One case of `conformance/http`, whose README explains the format.
final class RequestCase {
    private static final Path FOLDER = Path.of("..", "..", "conformance", "http");

    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private List<String> expected = List.of();

    private RequestCase(String name) {
        this.name = name;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// The answers, each `ok` or a status; perhaps `more` at the end.
    List<String> expected() {
        return expected;
    }

    @Override
    public String toString() {
        return name;
    }

    static List<RequestCase> all() throws IOException {
        List<RequestCase> cases = new ArrayList<>();
        for (String file : List.of("valid.txt", "malformed.txt", "chunked.txt")) {
            for (String line : Files.readAllLines(FOLDER.resolve(file))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line, cases);
                }
            }
        }
        return cases;
    }

    private static void read(String line, List<RequestCase> cases) {
        int space = line.indexOf(' ');
        String value = line.substring(space + 1);
        switch (line.substring(0, space)) {
            case "case" -> cases.add(new RequestCase(value));
            case "send" -> unescape(value, cases.getLast().bytes);
            case "expect" -> cases.getLast().expected = List.of(value.split(" "));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private static void unescape(String text, ByteArrayOutputStream out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.write(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case 'r' -> out.write('\r');
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                case '0' -> out.write(0);
                case 's' -> out.write(' ');
                case '\\' -> out.write('\\');
                case 'x' -> {
                    out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                case '*' -> {
                    int end = text.indexOf('}', i);
                    int count = Integer.parseInt(text.substring(i + 2, end));
                    String repeated = text.substring(end + 1, end + 2).repeat(count);
                    out.writeBytes(repeated.getBytes(StandardCharsets.ISO_8859_1));
                    i = end + 1;
                }
                default -> throw new IllegalArgumentException(text);
            }
        }
    }
}
