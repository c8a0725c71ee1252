package krait.runtime.re;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a pattern. What depends on flags is decided by the compiler, which knows them all.
sealed interface Node {
    /// No upper bound of a repetition.
    long UNBOUNDED = 4_294_967_295L;

    /// One code point, or any but that.
    record Literal(int point, boolean negated) implements Node {}

    /// `.`.
    record Any() implements Node {}

    /// `[…]`, or a class such as `\d` alone.
    record OneOf(boolean negated, List<SetItem> items) implements Node {}

    /// A place without width.
    record At(Anchor anchor) implements Node {}

    /// `a|b`.
    record Branch(List<Sequence> alternatives) implements Node {}

    /// `(…)`, or `(?flags:…)` with the number 0.
    record Group(int number, int added, int removed, Sequence body) implements Node {}

    /// `(?>…)`.
    record Atomic(Sequence body) implements Node {}

    /// A quantifier.
    record Repeat(long min, long max, Mode mode, Sequence body) implements Node {}

    /// `(?=…)` and the like.
    record Look(boolean behind, boolean negated, Sequence body) implements Node {}

    /// `\1`.
    record Backreference(int group, Width width) implements Node {}

    /// `(?(1)yes|no)`.
    record Conditional(int group, Sequence yes, @Nullable Sequence no) implements Node {}

    /// What never matches.
    record Failure() implements Node {}

    /// One after the other.
    record Sequence(List<Node> items) implements Node {
        boolean isEmpty() {
            return items.isEmpty();
        }
    }

    /// How a repetition takes what it can.
    enum Mode {
        GREEDY,
        LAZY,
        POSSESSIVE
    }

    /// A place without width.
    enum Anchor {
        BEGINNING,
        BEGINNING_OF_STRING,
        END,
        END_OF_STRING,
        BOUNDARY,
        NOT_BOUNDARY
    }

    /// What a set holds.
    sealed interface SetItem {}

    /// Code points from one to another.
    record Range(int first, int last) implements SetItem {}

    /// `\d` or `\D`.
    record ClassItem(Category category, boolean negated) implements SetItem {}

    /// What `\d`, `\s` and `\w` stand for.
    enum Category {
        DIGIT,
        SPACE,
        WORD
    }

    /// How many code points a part can match.
    record Width(long min, long max) {
        static final Width NONE = new Width(0, 0);

        /// Sums end here.
        private static final long LIMIT = 1L << 61;

        private static long sum(long a, long b) {
            return Math.min(LIMIT, a + b);
        }

        private static long product(long a, long b) {
            return a != 0 && b > LIMIT / a ? LIMIT : a * b;
        }

        Width plus(Width other) {
            return new Width(sum(min, other.min), sum(max, other.max));
        }

        Width or(Width other) {
            return new Width(Math.min(min, other.min), Math.max(max, other.max));
        }

        Width times(long least, long most) {
            long top = most == UNBOUNDED && max > 0 ? LIMIT : product(max, most);
            return new Width(product(min, least), top);
        }
    }

    /// The width of a part.
    static Width width(Node node) {
        return switch (node) {
            case Literal _, Any _, OneOf _ -> new Width(1, 1);
            case At _, Look _, Failure _ -> Width.NONE;
            case Branch(List<Sequence> alternatives) ->
                    alternatives.stream().map(Node::width).reduce(Width::or).orElseThrow();
            case Group(int _, int _, int _, Sequence body) -> width(body);
            case Atomic(Sequence body) -> width(body);
            case Repeat(long min, long max, Mode _, Sequence body) -> width(body).times(min, max);
            case Backreference(int _, Width width) -> width;
            case Conditional(int _, Sequence yes, Sequence no) ->
                    width(yes).or(no == null ? Width.NONE : width(no));
            case Sequence(List<Node> items) -> {
                Width width = Width.NONE;
                for (Node item : items) {
                    width = width.plus(width(item));
                }
                yield width;
            }
        };
    }
}
