import org.jspecify.annotations.NullMarked;

/// Errors with blame, limits, clock, durations and sizes, log. Needs the JDK alone.
@NullMarked
module krait.base {
    requires static transitive org.jspecify;

    exports krait.base;
}
