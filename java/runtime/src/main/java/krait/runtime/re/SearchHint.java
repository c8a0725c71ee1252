package krait.runtime.re;

import java.util.ArrayList;
import java.util.List;
import krait.runtime.TextBuilder;
import krait.runtime.re.Node.Sequence;

/// What lets a search skip places where no match can begin.
///
/// @param prefix what each match begins with
/// @param isPrefixAll whether the prefix is the whole pattern
/// @param first sets of which one has the first code point of each match; none when not known
/// @param anchor where alone a match can begin
record SearchHint(
        CharSequence prefix, boolean isPrefixAll, List<CodePointSet> first, Anchor anchor) {
    /// Where alone a match can begin.
    enum Anchor {
        STRING,
        LINE,
        NONE
    }

    private static final int FIRST_SETS_MAX = 6;

    static SearchHint of(Sequence tree, int flags) {
        TextBuilder prefix = new TextBuilder();
        boolean all = addPrefix(tree, flags, prefix);
        List<CodePointSet> first = new ArrayList<>();
        boolean known = addFirst(tree, flags, first) && first.size() <= FIRST_SETS_MAX;
        return new SearchHint(
                prefix.build(), all, known ? List.copyOf(first) : List.of(), anchor(tree, flags));
    }

    /// True when the whole sequence is a prefix.
    private static boolean addPrefix(Sequence sequence, int flags, TextBuilder prefix) {
        for (Node node : sequence.items()) {
            switch (node) {
                case Node.Literal(int point, boolean negated)
                        when !negated && !isFolded(point, flags) ->
                        prefix.appendPoint(point);
                case Node.Group(int _, int added, int removed, Sequence body) -> {
                    if (!addPrefix(body, Flags.scoped(flags, added, removed), prefix)) {
                        return false;
                    }
                }
                case Node _ -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isFolded(int point, int flags) {
        return (flags & Flags.IGNORECASE) != 0
                && LetterCase.isCased(point, (flags & Flags.UNICODE) == 0);
    }

    /// False when the first code point may be any, or there may be none.
    private static boolean addFirst(Sequence sequence, int flags, List<CodePointSet> sets) {
        for (Node node : sequence.items()) {
            if (!(node instanceof Node.At)) {
                return Node.width(node).min() > 0 && addFirst(node, flags, sets);
            }
        }
        return false;
    }

    private static boolean addFirst(Node node, int flags, List<CodePointSet> sets) {
        return switch (node) {
            case Node.Literal(int point, boolean negated) ->
                    sets.add(
                            new CodePointSet(
                                    negated, List.of(new Node.Range(point, point)), flags));
            case Node.OneOf(boolean negated, List<Node.SetItem> items) ->
                    sets.add(new CodePointSet(negated, items, flags));
            case Node.Group(int _, int added, int removed, Sequence body) ->
                    addFirst(body, Flags.scoped(flags, added, removed), sets);
            case Node.Atomic(Sequence body) -> addFirst(body, flags, sets);
            case Node.Repeat repeat -> addFirst(repeat.body(), flags, sets);
            case Node.Branch(List<Sequence> alternatives) -> {
                boolean known = true;
                for (Sequence each : alternatives) {
                    known = known && sets.size() <= FIRST_SETS_MAX && addFirst(each, flags, sets);
                }
                yield known;
            }
            case Sequence sequence -> addFirst(sequence, flags, sets);
            case Node.Any _,
                    Node.At _,
                    Node.Look _,
                    Node.Backreference _,
                    Node.Conditional _,
                    Node.Failure _ ->
                    false;
        };
    }

    private static Anchor anchor(Sequence tree, int flags) {
        if (tree.isEmpty() || !(tree.items().getFirst() instanceof Node.At(Node.Anchor anchor))) {
            return Anchor.NONE;
        }
        return switch (anchor) {
            case BEGINNING_OF_STRING -> Anchor.STRING;
            case BEGINNING -> (flags & Flags.MULTILINE) != 0 ? Anchor.LINE : Anchor.STRING;
            case END, END_OF_STRING, BOUNDARY, NOT_BOUNDARY -> Anchor.NONE;
        };
    }
}
