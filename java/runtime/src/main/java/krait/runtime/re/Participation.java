package krait.runtime.re;

import java.util.HashSet;
import java.util.Set;
import krait.runtime.re.Node.Sequence;
import org.jspecify.annotations.Nullable;

/// Which groups of a pattern take part in every match of it, and so are never None.
final class Participation {
    private Participation() {}

    /// The numbers of those groups; 0 may be among them.
    static Set<Integer> certain(@Nullable Node node) {
        Set<Integer> groups = new HashSet<>();
        if (node == null) {
            return groups;
        }
        switch (node) {
            case Sequence(var items) -> items.forEach(item -> groups.addAll(certain(item)));
            case Node.Branch(var alternatives) -> {
                groups.addAll(certain(alternatives.getFirst()));
                alternatives.forEach(each -> groups.retainAll(certain(each)));
            }
            case Node.Conditional conditional -> {
                groups.addAll(certain(conditional.yes()));
                groups.retainAll(certain(conditional.no()));
            }
            case Node.Group group -> {
                groups.add(group.number());
                groups.addAll(certain(group.body()));
            }
            case Node.Atomic(Sequence body) -> groups.addAll(certain(body));
            case Node.Repeat repeat -> {
                if (repeat.min() > 0) {
                    groups.addAll(certain(repeat.body()));
                }
            }
            case Node.Look look -> {
                if (!look.negated()) {
                    groups.addAll(certain(look.body()));
                }
            }
            case Node.Literal _,
                    Node.Any _,
                    Node.OneOf _,
                    Node.At _,
                    Node.Backreference _,
                    Node.Failure _ -> {}
        }
        return groups;
    }
}
