package krait.runtime.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The query of a request, as forms write it.
final class Query {
    private Query() {}

    /// The decoded values of parameters, null for what is not there; the last of several counts.
    static byte[] @Nullable [] values(Parameter[] parameters, byte[] query, int start, int end) {
        byte[][] values = new byte[parameters.length][];
        int from = start;
        while (from <= end) {
            int to = find(query, '&', from, end);
            int equals = find(query, '=', from, to);
            int parameter = find(parameters, query, from, equals);
            if (parameter >= 0) {
                values[parameter] =
                        PercentDecoder.decode(query, Math.min(equals + 1, to), to, true);
            }
            from = to + 1;
        }
        return values;
    }

    private static int find(byte[] bytes, char wanted, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static int find(Parameter[] parameters, byte[] query, int start, int end) {
        byte[] name = query;
        int first = start;
        int last = end;
        if (PercentDecoder.isEncoded(query, start, end, true)) {
            name = PercentDecoder.decode(query, start, end, true);
            first = 0;
            last = name.length;
        }
        for (int i = 0; i < parameters.length; i++) {
            byte[] own = parameters[i].name();
            if (parameters[i].capture() < 0
                    && Arrays.equals(own, 0, own.length, name, first, last)) {
                return i;
            }
        }
        return -1;
    }
}
