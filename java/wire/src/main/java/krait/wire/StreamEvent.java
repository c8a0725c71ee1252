package krait.wire;

/// What moves a stream from one [StreamState] to the next.
public enum StreamEvent {
    REQUEST,
    RESPONSE,
    START,
    CHUNK,
    END,
    FILE,
    /// FILE_DONE with ok: the server has the file.
    FILE_TAKEN,
    /// FILE_DONE without ok: the lane must stream it.
    FILE_REFUSED,
    ERROR
}
