package krait.wire;

/// First element of every message; the table is in docs/internals/protocol.md.
public final class Kind {
    public static final int CONFIG = 0;
    public static final int HELLO = 1;
    public static final int REQUEST = 2;
    public static final int BODY = 3;
    public static final int CREDIT = 4;
    public static final int ABORT = 5;
    public static final int FILE_DONE = 6;
    public static final int READY = 10;
    public static final int FAILED = 11;
    public static final int LOG = 12;
    public static final int STACKS = 13;
    public static final int RESPONSE = 20;
    public static final int START = 21;
    public static final int CHUNK = 22;
    public static final int END = 23;
    public static final int BODY_CREDIT = 24;
    public static final int FILE = 25;
    public static final int ERROR = 26;
    public static final int SPENT = 27;
    public static final int STOP = 30;
    public static final int CANCEL = 31;
    public static final int DUMP = 32;

    private Kind() {}
}
