package krait.runtime.lib;

import java.util.Locale;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// The module `hashlib`: the algorithms that the JVM has too.
public final class HashlibModule {
    private HashlibModule() {}

    private static byte[] bytes(@Nullable Object data) {
        if (data instanceof CharSequence) {
            throw new krait.runtime.TypeError("Strings must be encoded before hashing");
        }
        return Buffers.array(data);
    }

    private static Digest digest(String name, byte[] data) {
        Digest digest = new Digest(name);
        digest.add(data);
        return digest;
    }

    /// `hashlib.new(name)`.
    public static Digest new_(CharSequence name) {
        return new_(name, krait.runtime.Bytes.EMPTY);
    }

    /// `hashlib.new(name, data)`.
    public static Digest new_(CharSequence name, @Nullable Object data) {
        String lower = name.toString().toLowerCase(Locale.ROOT);
        if (!Digest.ALGORITHMS.containsKey(lower)) {
            throw new ValueError("unsupported hash type " + name);
        }
        return digest(lower, bytes(data));
    }

    /// `hashlib.md5()`.
    public static Digest md5() {
        return digest("md5", new byte[0]);
    }

    /// `hashlib.md5(data)`.
    public static Digest md5(@Nullable Object data) {
        return digest("md5", bytes(data));
    }

    /// `hashlib.sha1()`.
    public static Digest sha1() {
        return digest("sha1", new byte[0]);
    }

    /// `hashlib.sha1(data)`.
    public static Digest sha1(@Nullable Object data) {
        return digest("sha1", bytes(data));
    }

    /// `hashlib.sha224()`.
    public static Digest sha224() {
        return digest("sha224", new byte[0]);
    }

    /// `hashlib.sha224(data)`.
    public static Digest sha224(@Nullable Object data) {
        return digest("sha224", bytes(data));
    }

    /// `hashlib.sha256()`.
    public static Digest sha256() {
        return digest("sha256", new byte[0]);
    }

    /// `hashlib.sha256(data)`.
    public static Digest sha256(@Nullable Object data) {
        return digest("sha256", bytes(data));
    }

    /// `hashlib.sha384()`.
    public static Digest sha384() {
        return digest("sha384", new byte[0]);
    }

    /// `hashlib.sha384(data)`.
    public static Digest sha384(@Nullable Object data) {
        return digest("sha384", bytes(data));
    }

    /// `hashlib.sha512()`.
    public static Digest sha512() {
        return digest("sha512", new byte[0]);
    }

    /// `hashlib.sha512(data)`.
    public static Digest sha512(@Nullable Object data) {
        return digest("sha512", bytes(data));
    }

    /// `hashlib.sha3_224()`.
    public static Digest sha3_224() {
        return digest("sha3_224", new byte[0]);
    }

    /// `hashlib.sha3_224(data)`.
    public static Digest sha3_224(@Nullable Object data) {
        return digest("sha3_224", bytes(data));
    }

    /// `hashlib.sha3_256()`.
    public static Digest sha3_256() {
        return digest("sha3_256", new byte[0]);
    }

    /// `hashlib.sha3_256(data)`.
    public static Digest sha3_256(@Nullable Object data) {
        return digest("sha3_256", bytes(data));
    }

    /// `hashlib.sha3_384()`.
    public static Digest sha3_384() {
        return digest("sha3_384", new byte[0]);
    }

    /// `hashlib.sha3_384(data)`.
    public static Digest sha3_384(@Nullable Object data) {
        return digest("sha3_384", bytes(data));
    }

    /// `hashlib.sha3_512()`.
    public static Digest sha3_512() {
        return digest("sha3_512", new byte[0]);
    }

    /// `hashlib.sha3_512(data)`.
    public static Digest sha3_512(@Nullable Object data) {
        return digest("sha3_512", bytes(data));
    }
}
