package krait.runtime;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of a call as one packet, for functions whose parameters are those of a ParamSpec:
/// a tuple of the tuple of those by position and the dict of those by name.
public final class Packed {
    private Packed() {}

    /// Those by position.
    public static Tuple args(Object packet) {
        return (Tuple) part(packet, 0);
    }

    /// Those by name.
    public static Dict kwargs(Object packet) {
        return (Dict) part(packet, 1);
    }

    private static Object part(Object packet, int position) {
        Object part = ((Tuple) packet).get(position);
        if (part == null) {
            throw new IllegalArgumentException("no packet of arguments");
        }
        return part;
    }

    /// What a parameter gets, or [Unbound#VALUE] where the call leaves it out.
    ///
    /// @param position among the parameters that may be given by position
    public static @Nullable Object argument(Object packet, int position, String name) {
        Tuple args = args(packet);
        if (position < args.__len__()) {
            return args.get(position);
        }
        return kwargs(packet).get(name, Unbound.VALUE);
    }

    /// Arguments by position from one on.
    public static Tuple rest(Object packet, int from) {
        @Nullable Object[] all = args(packet).toArray();
        return from < all.length
                ? Tuple.of(Arrays.copyOfRange(all, from, all.length))
                : Tuple.EMPTY;
    }

    /// Arguments by name without those of parameters.
    ///
    /// @param names with spaces between them
    public static Dict others(Object packet, String names) {
        List<String> known = List.of(names.split(" "));
        Dict given = kwargs(packet);
        Dict others = new Dict();
        PyIterator keys = given.__iter__();
        while (keys.advance()) {
            Object key = keys.value();
            if (!known.contains(String.valueOf(key))) {
                others.__setitem__(key, given.get(key));
            }
        }
        return others;
    }
}
