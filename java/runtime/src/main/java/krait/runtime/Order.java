package krait.runtime;

/// The four comparisons that order.
public enum Order {
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Order(String sign) {
        this.sign = sign;
    }

    /// As Python writes it.
    public String sign() {
        return sign;
    }

    /// The comparison that holds when the operands change places.
    Order swapped() {
        return switch (this) {
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /// Whether it holds for operands that `compareTo` orders like this.
    boolean holds(int comparison) {
        return switch (this) {
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
        };
    }
}
