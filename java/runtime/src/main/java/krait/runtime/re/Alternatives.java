package krait.runtime.re;

import java.util.ArrayList;
import java.util.List;
import krait.runtime.re.Node.Sequence;

/// Makes alternatives simpler: what all begin with stands in front, and single code points become a
/// set.
final class Alternatives {
    private Alternatives() {}

    static Sequence joined(List<Sequence> alternatives) {
        List<Node> joined = new ArrayList<>();
        int common = common(alternatives);
        joined.addAll(alternatives.getFirst().items().subList(0, common));
        List<Sequence> rest = new ArrayList<>();
        for (Sequence each : alternatives) {
            rest.add(new Sequence(each.items().subList(common, each.items().size())));
        }
        List<Node.SetItem> set = set(rest);
        joined.add(set.isEmpty() ? new Node.Branch(rest) : new Node.OneOf(false, set));
        return new Sequence(joined);
    }

    private static int common(List<Sequence> alternatives) {
        int common = 0;
        while (true) {
            for (Sequence each : alternatives) {
                if (each.items().size() == common
                        || !isPlain(each.items().get(common))
                        || !each.items()
                                .get(common)
                                .equals(alternatives.getFirst().items().get(common))) {
                    return common;
                }
            }
            common++;
        }
    }

    /// Whether there is but one way for it to match at a place.
    private static boolean isPlain(Node node) {
        return switch (node) {
            case Node.Literal _, Node.Any _, Node.OneOf _, Node.At _, Node.Backreference _ -> true;
            case Node _ -> false;
        };
    }

    /// One set for all alternatives; empty when they aren't single code points.
    private static List<Node.SetItem> set(List<Sequence> alternatives) {
        List<Node.SetItem> items = new ArrayList<>();
        for (Sequence each : alternatives) {
            if (each.items().size() != 1) {
                return List.of();
            }
            switch (each.items().getFirst()) {
                case Node.Literal(int point, boolean negated) when !negated ->
                        items.add(new Node.Range(point, point));
                case Node.OneOf(boolean negated, List<Node.SetItem> more) when !negated ->
                        items.addAll(more);
                case Node _ -> {
                    return List.of();
                }
            }
        }
        return items;
    }
}
