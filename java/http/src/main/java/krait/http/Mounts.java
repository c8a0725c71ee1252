package krait.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import krait.base.Blame;
import krait.base.Problem;

/// The mount table: gives each exchange to the dispatcher with the longest prefix that holds its
/// percent-decoded path; answers 404 when none does. Immutable.
public final class Mounts implements Dispatcher {
    /// One row of the table.
    ///
    /// @param prefix begins with a slash and does not end with one; empty for the root
    public record Mount(String prefix, Dispatcher dispatcher) {}

    private record Entry(PathPrefix prefix, Dispatcher dispatcher) {}

    private final List<Entry> longestFirst;

    /// @throws krait.base.KraitException blame USER, when a prefix is malformed or given twice
    public Mounts(List<Mount> mounts) {
        List<Entry> entries = new ArrayList<>();
        for (Mount mount : mounts) {
            PathPrefix prefix = PathPrefix.of(mount.prefix());
            for (Entry other : entries) {
                if (other.prefix().toString().equals(mount.prefix())) {
                    throw twice(mount.prefix());
                }
            }
            entries.add(new Entry(prefix, mount.dispatcher()));
        }
        entries.sort(Comparator.comparingInt(entry -> -entry.prefix().length()));
        longestFirst = List.copyOf(entries);
    }

    @Override
    public void dispatch(Exchange exchange) {
        if (longestFirst.size() == 1 && longestFirst.getFirst().prefix().length() == 0) {
            // Spares the one application of most servers the decoding of its path.
            longestFirst.getFirst().dispatcher().dispatch(exchange);
            return;
        }
        String path = exchange.head().path();
        for (Entry entry : longestFirst) {
            if (entry.prefix().holds(path)) {
                entry.dispatcher().dispatch(exchange);
                return;
            }
        }
        exchange.fail(404);
    }

    private static RuntimeException twice(String prefix) {
        String shown = prefix.isEmpty() ? "/" : prefix;
        return Problem.of(
                        "mount-twice",
                        Blame.USER,
                        "two things are mounted at the same prefix '" + shown + "'")
                .remedy("give each mount and each static folder a prefix of its own")
                .exception();
    }
}
