package krait.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `X-Forwarded-For`, `X-Forwarded-Proto` and `Forwarded` (RFC 7239).
///
/// Lists are read from the right, also inside quoted strings: the right end was written by a proxy
/// that is trusted, so nothing that a client puts at the left, such as a quote without its partner,
/// changes how that end is read.
final class ForwardedFields {
    private ForwardedFields() {}

    /// An address with its port, 0 when unknown.
    private record Node(InetAddress address, int port) {
        ForwardedClient client(String scheme) {
            return new ForwardedClient(NetUtil.toAddressString(address), port, scheme);
        }
    }

    static ForwardedClient xForwarded(
            TrustedProxies proxies, List<String> addresses, List<String> schemes) {
        List<String> hops = elementsFromTheRight(addresses);
        ForwardedClient client = ForwardedClient.UNTOLD;
        int hop = 0;
        for (; hop < hops.size(); hop++) {
            Optional<Node> node = node(hops.get(hop));
            if (node.isEmpty()) {
                break;
            }
            client = node.get().client("");
            if (!proxies.trusts(node.get().address())) {
                break;
            }
        }
        List<String> protos = elementsFromTheRight(schemes);
        return new ForwardedClient(client.host(), client.port(), scheme(protos, hops.size(), hop));
    }

    /// A list of schemes as long as that of the addresses is taken to match it hop by hop; of any
    /// other only the right end is sure to be a proxy's word.
    private static String scheme(List<String> protos, int hops, int hop) {
        if (protos.isEmpty()) {
            return "";
        }
        int index = protos.size() == hops ? Math.min(hop, hops - 1) : 0;
        return knownScheme(protos.get(index));
    }

    static ForwardedClient standard(TrustedProxies proxies, List<String> fields) {
        ForwardedClient client = ForwardedClient.UNTOLD;
        for (String element : elementsFromTheRight(fields)) {
            String scheme = knownScheme(parameter(element, "proto"));
            Optional<Node> node = node(parameter(element, "for"));
            if (node.isEmpty()) {
                return new ForwardedClient(client.host(), client.port(), scheme);
            }
            client = node.get().client(scheme);
            if (!proxies.trusts(node.get().address())) {
                return client;
            }
        }
        return client;
    }

    /// The elements of a comma-separated list spread over several fields, last one first; empty
    /// elements are left out (RFC 9110 section 5.6.1).
    private static List<String> elementsFromTheRight(List<String> fields) {
        List<String> elements = new ArrayList<>();
        for (String field : fields.reversed()) {
            int end = field.length();
            while (end >= 0) {
                int start = elementStart(field, end, ',');
                String element = field.substring(start, end).strip();
                if (!element.isEmpty()) {
                    elements.add(element);
                }
                end = start - 1;
            }
        }
        return elements;
    }

    /// Where the last element before `end` starts: behind the last separator outside of quotes.
    private static int elementStart(String text, int end, char separator) {
        boolean quoted = false;
        for (int i = end - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '"' && !escaped(text, i)) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean escaped(String text, int index) {
        int backslashes = 0;
        while (index - backslashes > 0 && text.charAt(index - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /// The value of a `name=value` pair of a Forwarded element, unquoted; empty when there is none,
    /// or more than one (RFC 7239 section 4 forbids it, and readers would differ).
    private static String parameter(String element, String name) {
        String found = "";
        int end = element.length();
        while (end >= 0) {
            int start = elementStart(element, end, ';');
            String pair = element.substring(start, end).strip();
            int equals = pair.indexOf('=');
            if (equals == name.length() && pair.regionMatches(true, 0, name, 0, equals)) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = unquoted(pair.substring(equals + 1));
            }
            end = start - 1;
        }
        return found;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length() - 1) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /// Reads `1.2.3.4`, `1.2.3.4:80`, `[2001:db8::1]`, `[2001:db8::1]:80`, and the bare
    /// `2001:db8::1` that many proxies write in X-Forwarded-For.
    private static Optional<Node> node(String text) {
        String host = text;
        String port = "";
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0 || (close + 1 < text.length() && text.charAt(close + 1) != ':')) {
                return Optional.empty();
            }
            host = text.substring(1, close);
            port = text.substring(Math.min(close + 2, text.length()));
            if (host.indexOf(':') < 0) {
                return Optional.empty();
            }
        } else {
            int colon = text.indexOf(':');
            if (colon >= 0 && colon == text.lastIndexOf(':')) {
                host = text.substring(0, colon);
                port = text.substring(colon + 1);
            }
        }
        int number = port(port);
        return TrustedProxies.address(host).map(address -> new Node(address, number));
    }

    /// The port, 0 for an obfuscated or malformed one: the address beside it still counts.
    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5) {
            return 0;
        }
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            port = port * 10 + (c - '0');
        }
        return port <= 0xffff ? port : 0;
    }

    private static String knownScheme(String text) {
        String scheme = text.toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") ? scheme : "";
    }
}
