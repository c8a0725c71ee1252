package krait.runtime.lib;

/// The module `io`.
@SuppressWarnings("MemberName")
public final class IoModule {
    /// `io.DEFAULT_BUFFER_SIZE`.
    public static final long DEFAULT_BUFFER_SIZE = 1 << 17;

    /// `io.SEEK_SET`.
    public static final long SEEK_SET = 0;

    /// `io.SEEK_CUR`.
    public static final long SEEK_CUR = 1;

    /// `io.SEEK_END`.
    public static final long SEEK_END = 2;

    private IoModule() {}
}
