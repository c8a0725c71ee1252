package krait.runtime.lib;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import krait.runtime.Bytes;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.TypeError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// A hash that `hashlib` computes. It belongs to one strand.
@PyClass(module = "_hashlib", name = "HASH")
public final class Digest implements PyObject {
    /// The JVM's name, and the size of the blocks it reads.
    record Algorithm(String name, int blockBytes) {}

    static final Map<String, Algorithm> ALGORITHMS =
            Map.of(
                    "md5", new Algorithm("MD5", 64),
                    "sha1", new Algorithm("SHA-1", 64),
                    "sha224", new Algorithm("SHA-224", 64),
                    "sha256", new Algorithm("SHA-256", 64),
                    "sha384", new Algorithm("SHA-384", 128),
                    "sha512", new Algorithm("SHA-512", 128),
                    "sha3_224", new Algorithm("SHA3-224", 144),
                    "sha3_256", new Algorithm("SHA3-256", 136),
                    "sha3_384", new Algorithm("SHA3-384", 104),
                    "sha3_512", new Algorithm("SHA3-512", 72));

    private final String name;
    private final Algorithm algorithm;
    private final MessageDigest digest;

    Digest(String name) {
        this.name = name;
        algorithm = java.util.Objects.requireNonNull(ALGORITHMS.get(name));
        try {
            digest = MessageDigest.getInstance(algorithm.name());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Digest(String name, Algorithm algorithm, MessageDigest digest) {
        this.name = name;
        this.algorithm = algorithm;
        this.digest = digest;
    }

    void add(byte[] data) {
        digest.update(data);
    }

    private MessageDigest fork() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `h.update(data)`.
    public void update(@Nullable Object data) {
        if (data instanceof CharSequence) {
            throw new TypeError("Strings must be encoded before hashing");
        }
        add(Buffers.array(data));
    }

    /// `h.digest()`: what was read may go on.
    public Bytes digest() {
        return Bytes.of(fork().digest());
    }

    /// `h.hexdigest()`.
    public String hexdigest() {
        return HexFormat.of().formatHex(fork().digest());
    }

    /// `h.copy()`.
    public Digest copy() {
        return new Digest(name, algorithm, fork());
    }

    /// `h.name`.
    public String name() {
        return name;
    }

    /// `h.digest_size`.
    public long digest_size() {
        return digest.getDigestLength();
    }

    /// `h.block_size`.
    public long block_size() {
        return algorithm.blockBytes();
    }

    @Override
    public CharSequence __repr__() {
        String address = Long.toHexString(Values.id(this));
        return "<" + name + " _hashlib.HASH object @ 0x" + address + ">";
    }
}
