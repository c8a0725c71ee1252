package krait.cli.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.config.Located;
import krait.cli.config.Option;
import krait.cli.config.Refused;
import krait.cli.config.ServeOptions;
import krait.cli.config.Source;
import krait.cli.config.Values;

/// The addresses to listen on, from `--bind`, `--host` and `--port`.
///
/// The three answer one question, so they take precedence together: `--port 9000` on the command
/// line wins over `bind` in krait.toml.
final class Binds {
    private static final String UNIX = "unix:";

    private Binds() {}

    static List<URI> of(Values values) {
        Source bind = values.source(ServeOptions.BIND);
        Source host = values.source(ServeOptions.HOST);
        Source port = values.source(ServeOptions.PORT);
        Source single = host.compareTo(port) > 0 ? host : port;
        if (bind == Source.DEFAULT || bind.compareTo(single) < 0) {
            return List.of(
                    tcp(values.get(ServeOptions.HOST), values.get(ServeOptions.PORT), values));
        }
        if (bind == single) {
            throw both(values, host == single ? ServeOptions.HOST : ServeOptions.PORT);
        }
        List<URI> binds = new ArrayList<>();
        for (Located one : values.get(ServeOptions.BIND)) {
            URI uri = bind(one);
            if (binds.contains(uri) && uri.getPort() != 0) {
                throw new Refused("names " + one.text() + " twice", "remove one of the two")
                        .problem(one.origin())
                        .exception();
            }
            binds.add(uri);
        }
        return binds;
    }

    /// The address of `--metrics`, which no application shares.
    static Optional<URI> metrics(Values values) {
        if (!values.has(ServeOptions.METRICS)) {
            return Optional.empty();
        }
        Located address = values.get(ServeOptions.METRICS);
        URI metrics = bind(address);
        if (of(values).contains(metrics) && metrics.getPort() != 0) {
            throw new Refused(
                            "names " + address.text() + ", where the application is served",
                            "give the metrics an address of their own, such as 127.0.0.1:9100")
                    .problem(address.origin())
                    .exception();
        }
        return Optional.of(metrics);
    }

    private static RuntimeException both(Values values, Option<?> single) {
        String bind = values.origin(ServeOptions.BIND).name();
        String other = values.origin(single).name();
        return Problem.of("bad-option", Blame.USER, bind + " and " + other + " exclude each other")
                .at(values.origin(single).place())
                .remedy("write the address and the port into " + bind + ": HOST:PORT")
                .exception();
    }

    private static URI bind(Located bind) {
        String text = bind.text();
        if (text.startsWith(UNIX)) {
            return unix(bind, text.substring(UNIX.length()));
        }
        int colon = text.lastIndexOf(':');
        int bracket = text.lastIndexOf(']');
        if (colon < 0 || colon < bracket) {
            throw refused(bind, "add the port, such as " + text + ":8000");
        }
        int port = port(text.substring(colon + 1));
        String host = text.substring(0, colon);
        if (port < 0) {
            throw refused(bind, "the port is a number from 0 to 65535");
        }
        return tcp(host.isEmpty() ? "0.0.0.0" : host, port, bind);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static URI unix(Located bind, String path) {
        if (path.isEmpty()) {
            throw refused(bind, "name the socket, such as unix:/run/krait.sock");
        }
        try {
            return new URI("unix", new Located(path, bind.origin()).path().toString(), null);
        } catch (URISyntaxException e) {
            throw refused(bind, "name the socket, such as unix:/run/krait.sock");
        }
    }

    /// The address of `--host` and `--port`, where an IPv6 address may stand without its brackets.
    private static URI tcp(String host, int port, Values values) {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        String name = bare ? "[" + host + "]" : host;
        if (values.has(ServeOptions.HOST)) {
            return tcp(name, port, new Located(host, values.origin(ServeOptions.HOST)));
        }
        return URI.create("tcp://" + name + ":" + port);
    }

    private static URI tcp(String host, int port, Located from) {
        try {
            URI uri = new URI("tcp://" + host + ":" + port).parseServerAuthority();
            if (uri.getPort() == port && host.equals(uri.getHost()) && uri.getPath().isEmpty()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below, as an address that parses to something else.
        }
        throw refused(from, "an IPv6 address stands in brackets, such as [::1]:8000");
    }

    private static RuntimeException refused(Located bind, String remedy) {
        return new Refused("does not take the address \"" + bind.text() + "\"", remedy)
                .problem(bind.origin())
                .exception();
    }
}
