package krait.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Content codings of precompressed files. Constants stand in the order preferred.
enum ContentCoding {
    BR("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    ContentCoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /// The name in Accept-Encoding and Content-Encoding.
    String token() {
        return token;
    }

    /// What stands behind the name of a file in this coding.
    String suffix() {
        return suffix;
    }

    /// The codings that an Accept-Encoding field prefers to none at all, best first (RFC 9110
    /// section 12.5.3). Empty text, as of a missing field, prefers none.
    static List<ContentCoding> preferred(String acceptEncoding) {
        if (acceptEncoding.isEmpty()) {
            return List.of();
        }
        // Without a word on it, `identity` is acceptable, but less than any coding that is.
        int identity = Math.max(weight(acceptEncoding, "identity"), 0);
        List<ContentCoding> found = new ArrayList<>();
        for (ContentCoding coding : values()) {
            int weight = coding.weightIn(acceptEncoding);
            if (weight > 0 && weight >= identity) {
                found.add(coding);
            }
        }
        found.sort(Comparator.comparingInt((ContentCoding c) -> -c.weightIn(acceptEncoding)));
        return found;
    }

    private int weightIn(String acceptEncoding) {
        int weight = weight(acceptEncoding, token);
        return weight >= 0 ? weight : weight(acceptEncoding, "*");
    }

    /// The weight in thousandths that a list gives a coding; -1 when it does not name it. A
    /// malformed weight counts as 0.
    private static int weight(String list, String token) {
        for (String element : list.split(",", -1)) {
            int semicolon = element.indexOf(';');
            String name = semicolon < 0 ? element : element.substring(0, semicolon);
            if (name.strip().equalsIgnoreCase(token)) {
                return semicolon < 0 ? 1000 : quality(element.substring(semicolon + 1).strip());
            }
        }
        return -1;
    }

    /// Reads `q=0.5` (section 12.4.2).
    private static int quality(String parameter) {
        if (!parameter.matches("[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
            return 0;
        }
        return (int) Math.round(Double.parseDouble(parameter.substring(2)) * 1000);
    }
}
