package krait.http;

/// Hears of every finished request. Called on event loops: an implementation must not block.
@FunctionalInterface
public interface AccessLog {
    /// Keeps nothing.
    AccessLog NONE = record -> {};

    void log(AccessRecord record);
}
