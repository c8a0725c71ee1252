package krait.runtime.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import krait.runtime.Function;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// The handlers of an application. Filled by one thread; then read by many.
public final class Routes {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int[] NO_CAPTURES = {};
    private static final byte[] ROOT = {'/'};

    private final Map<String, RouteTree> trees = new LinkedHashMap<>();
    private final List<Route> all = new ArrayList<>();
    private int capturesMax;

    /// Adds a handler.
    ///
    /// @param parameters for each a name, a colon, its type and, when it has a default, an equals
    ///   sign: `n:int limit:int=`
    /// @param defaults of those that have one, in order
    public void add(
            String method, String pattern, String parameters, Tuple defaults, Function handler) {
        List<String> captured = new ArrayList<>();
        String[] written = pattern.substring(1).split("/", -1);
        byte[] @Nullable [] segments = new byte[written.length] @Nullable [];
        for (int i = 0; i < written.length; i++) {
            if (written[i].startsWith("{")) {
                captured.add(written[i].substring(1, written[i].length() - 1));
            } else {
                segments[i] = written[i].getBytes(StandardCharsets.UTF_8);
            }
        }
        String name = method + " " + pattern;
        List<Parameter> read = parameters(parameters, captured, defaults);
        Route route = new Route(all.size(), name, handler, read);
        RouteTree tree = trees.computeIfAbsent(method, m -> new RouteTree());
        if (!tree.add(segments, route)) {
            throw new ValueError(name + " is answered twice");
        }
        all.add(route);
        capturesMax = Math.max(capturesMax, captured.size());
    }

    private static List<Parameter> parameters(
            String written, List<String> captured, Tuple defaults) {
        List<Parameter> parameters = new ArrayList<>();
        int next = 0;
        for (String each : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            boolean required = !each.endsWith("=");
            int colon = each.indexOf(':');
            String name = each.substring(0, colon);
            String type = each.substring(colon + 1, each.length() - (required ? 0 : 1));
            parameters.add(
                    new Parameter(
                            name,
                            Parameter.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                            captured.indexOf(name),
                            required,
                            required ? null : defaults.get(next++)));
        }
        return parameters;
    }

    /// In the order in which they were added.
    public List<Route> all() {
        return all;
    }

    /// What a request comes to.
    ///
    /// @param target holds path and query as received, still percent-encoded
    public Outcome find(
            String method,
            byte[] target,
            int pathStart,
            int pathEnd,
            int queryStart,
            int queryEnd) {
        byte[] path = target;
        int start = pathStart;
        int end = pathEnd;
        if (start == end) {
            path = ROOT;
            start = 0;
            end = 1;
        } else if (PercentDecoder.isEncoded(target, start, end, false)) {
            path = PercentDecoder.decode(target, start, end, false);
            start = 0;
            end = path.length;
        }
        if (path[start] != '/') {
            return Answer.NOT_FOUND;
        }
        int[] captures = capturesMax == 0 ? NO_CAPTURES : new int[2 * capturesMax];
        RouteTree tree = trees.get(method.equals("HEAD") ? "GET" : method);
        Route route = tree == null ? null : tree.find(path, start + 1, end, captures);
        return route == null
                ? refuse(path, start, end, captures)
                : route.call(path, captures, target, queryStart, queryEnd);
    }

    /// Where a path goes on behind a prefix that is known to stand at its begin.
    ///
    /// @param octets length of the prefix, percent-decoded
    public static int behind(byte[] path, int start, int end, int octets) {
        int at = start;
        for (int i = 0; i < octets; i++) {
            at += PercentDecoder.width(path, at, end);
        }
        return at;
    }

    private Answer refuse(byte[] path, int start, int end, int[] captures) {
        StringJoiner allowed = new StringJoiner(", ");
        for (String method : METHODS) {
            RouteTree tree = trees.get(method);
            if (tree != null && tree.find(path, start + 1, end, captures) != null) {
                allowed.add(method);
                if (method.equals("GET")) {
                    allowed.add("HEAD");
                }
            }
        }
        return allowed.length() == 0 ? Answer.NOT_FOUND : Answer.notAllowed(allowed.toString());
    }
}
