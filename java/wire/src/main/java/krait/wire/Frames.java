package krait.wire;

/// Where frames begin and end in a stream of bytes.
public final class Frames {
    /// Bytes of the length field in front of each payload.
    public static final int LENGTH_BYTES = 4;

    /// Largest payload, bytes (frameBytesMax).
    public static final int FRAME_BYTES_MAX = 16 << 20;

    private Frames() {}

    /// Length of the payload that follows the length field at `at`.
    ///
    /// @throws ProtocolException when no frame can have it
    public static int length(byte[] bytes, int at) {
        int length =
                (bytes[at] & 0xff)
                        | ((bytes[at + 1] & 0xff) << 8)
                        | ((bytes[at + 2] & 0xff) << 16)
                        | (bytes[at + 3] << 24);
        if (length <= 0 || length > FRAME_BYTES_MAX) {
            throw new ProtocolException(
                    "a frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        return length;
    }
}
