package krait.http;

import java.util.Set;
import krait.base.Blame;
import krait.base.Problem;

/// Answers everything below a prefix with a redirection to the same place below a target, with the
/// query kept: with prefix `/old` and target `/new`, `/old/a?b=c` goes to `/new/a?b=c`. Immutable.
public final class Redirect implements Dispatcher {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final PathPrefix prefix;
    private final String target;
    private final int status;

    /// A permanent redirection that keeps the method (308).
    public Redirect(String prefix, String target) {
        this(prefix, target, 308);
    }

    /// @param target a path, or a URL with `http` or `https`, without query and fragment
    /// @param status 301, 302, 303, 307 or 308
    /// @throws krait.base.KraitException blame USER, for any other prefix, target or status
    public Redirect(String prefix, String target, int status) {
        this.prefix = PathPrefix.of(prefix);
        if (!isUsable(target)) {
            throw malformed(
                    "the redirection target '" + target + "' is no path and no http(s) URL",
                    "write a path such as /new or a URL such as https://example.org, without"
                            + " query and fragment, in ASCII");
        }
        if (!STATUSES.contains(status)) {
            throw malformed(
                    "the status " + status + " is no redirection", "use 301, 302, 303, 307 or 308");
        }
        this.target = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        this.status = status;
    }

    @Override
    public void dispatch(Exchange exchange) {
        int restStart = prefix.end(exchange.head());
        if (restStart < 0) {
            exchange.fail(404);
            return;
        }
        Response response = exchange.response();
        response.status(status);
        response.header("Location", location(exchange.head(), restStart));
        response.header("Content-Length", "0");
        response.end();
    }

    private String location(RequestHead head, int restStart) {
        StringBuilder location = new StringBuilder(target);
        int start = restStart;
        if (target.isEmpty()) {
            // Two slashes at the start would name another host.
            start = afterSlashes(head, start);
            location.append('/');
        }
        Percent.appendVisible(location, head.bytes(), start, head.pathEnd());
        if (head.queryEnd() > head.queryStart()) {
            location.append('?');
            Percent.appendVisible(location, head.bytes(), head.queryStart(), head.queryEnd());
        }
        return location.toString();
    }

    private static int afterSlashes(RequestHead head, int start) {
        int at = start;
        while (at < head.pathEnd() && (head.bytes()[at] == '/' || head.bytes()[at] == '\\')) {
            at++;
        }
        return at;
    }

    private static boolean isUsable(String target) {
        boolean path = target.startsWith("/") && !target.startsWith("//");
        boolean url = target.matches("https?://[^/]+(/.*)?");
        return (path || url)
                && target.chars().allMatch(c -> c > ' ' && c < 0x7f && "?#\\".indexOf(c) < 0);
    }

    private static RuntimeException malformed(String what, String remedy) {
        return Problem.of("redirect-malformed", Blame.USER, what).remedy(remedy).exception();
    }
}
