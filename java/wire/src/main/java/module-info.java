import org.jspecify.annotations.NullMarked;

/// The worker protocol, sans-I/O: codec, messages, state table.
@NullMarked
module krait.wire {
    requires transitive krait.base;

    exports krait.wire;
}
