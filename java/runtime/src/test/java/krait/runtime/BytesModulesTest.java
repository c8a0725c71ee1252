package krait.runtime;

import static krait.runtime.Agreement.literal;

import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import krait.runtime.lib.Base64Module;
import krait.runtime.lib.Digest;
import krait.runtime.lib.HashlibModule;
import krait.runtime.lib.StructModule;
import krait.runtime.lib.ZlibModule;
import org.junit.jupiter.api.Test;

/// The modules about bytes give what CPython's give.
final class BytesModulesTest {
    private final Agreement cases = new Agreement();
    private final Numbers samples = new Numbers(6);

    private static String hex(byte[] bytes) {
        return "bytes.fromhex('" + HexFormat.of().formatHex(bytes) + "')";
    }

    private byte[] bytes(int lengthMax) {
        byte[] bytes = new byte[samples.random().nextInt(lengthMax)];
        samples.random().nextBytes(bytes);
        return bytes;
    }

    @Test
    void encodingsAgree() {
        Map<String, Function<Object, Object>> functions =
                Map.of(
                        "b64encode", Base64Module::b64encode,
                        "urlsafe_b64encode", Base64Module::urlsafe_b64encode,
                        "b16encode", Base64Module::b16encode,
                        "b32encode", Base64Module::b32encode);
        functions.forEach((name, encode) -> {
            for (int i = 0; i < 200; i++) {
                byte[] data = bytes(40);
                cases.add(
                        "base64.%s(%s)".formatted(name, hex(data)),
                        () -> encode.apply(Bytes.of(data)));
            }
            cases.add("base64.%s('a')".formatted(name), () -> encode.apply("a"));
        });
        cases.check();
    }

    @Test
    void decodingsAgree() {
        Map<String, Function<Object, Object>> functions =
                Map.of(
                        "b64decode", Base64Module::b64decode,
                        "urlsafe_b64decode", Base64Module::urlsafe_b64decode,
                        "b16decode", Base64Module::b16decode,
                        "b32decode", Base64Module::b32decode);
        String[] texts = {
            "",
            "a",
            "YQ",
            "YQ==",
            "Y Q=\n=",
            "YQ==YQ==",
            "YQ=",
            "Y!Q==",
            "YWJ",
            "YWJjZ",
            "-_==",
            "zz",
            "ab",
            "AB",
            "ABC",
            "MFRGG===",
            "mfrgg===",
            "MFRGG==",
            "MFRG1===",
            "\u00e9",
            "=",
            "==",
            "Y=Q=",
            "YW=J",
            "====",
            "YWJj=",
            "YWI=YWI=",
            "A=======",
            "AA======",
            "MFRGGZDF"
        };
        functions.forEach((name, decode) -> {
            for (String text : texts) {
                cases.add("base64.%s(%s)".formatted(name, literal(text)), () -> decode.apply(text));
            }
        });
        cases.check();
    }

    @Test
    void digestsAgree() {
        Map<String, Function<Object, Digest>> functions =
                Map.of(
                        "md5", HashlibModule::md5,
                        "sha1", HashlibModule::sha1,
                        "sha224", HashlibModule::sha224,
                        "sha256", HashlibModule::sha256,
                        "sha384", HashlibModule::sha384,
                        "sha512", HashlibModule::sha512,
                        "sha3_256", HashlibModule::sha3_256,
                        "sha3_512", HashlibModule::sha3_512);
        functions.forEach((name, digest) -> {
            for (int i = 0; i < 20; i++) {
                byte[] data = bytes(300);
                String python = "hashlib.%s(%s)".formatted(name, hex(data));
                cases.add(python + ".hexdigest()", () -> digest.apply(Bytes.of(data)).hexdigest());
                cases.add(python + ".digest()", () -> digest.apply(Bytes.of(data)).digest());
                cases.add(python + ".block_size", () -> digest.apply(Bytes.of(data)).block_size());
                cases.add(
                        python + ".digest_size", () -> digest.apply(Bytes.of(data)).digest_size());
            }
            cases.add("hashlib.%s('a')".formatted(name), () -> digest.apply("a"));
        });
        cases.add("hashlib.new('nothing')", () -> HashlibModule.new_("nothing"));
        cases.check();
    }

    @Test
    void checksumsAgree() {
        for (int i = 0; i < 200; i++) {
            byte[] data = bytes(100);
            long start = samples.random().nextLong() & 0xffff_ffffL;
            Bytes ours = Bytes.of(data);
            cases.add("zlib.crc32(%s)".formatted(hex(data)), () -> ZlibModule.crc32(ours));
            cases.add(
                    "zlib.crc32(%s, %d)".formatted(hex(data), start),
                    () -> ZlibModule.crc32(ours, start));
            cases.add("zlib.adler32(%s)".formatted(hex(data)), () -> ZlibModule.adler32(ours));
            cases.add(
                    "zlib.adler32(%s, %d)".formatted(hex(data), start % 65521),
                    () -> ZlibModule.adler32(ours, start % 65521));
        }
        cases.check();
    }

    @Test
    void packedDataUnpacksAlike() {
        for (int i = 0; i < 100; i++) {
            byte[] data = bytes(2000);
            Bytes packed = ZlibModule.compress(Bytes.of(data), i % 11 - 1);
            cases.add(
                    "zlib.decompress(%s)".formatted(hex(packed.toArray())),
                    () -> ZlibModule.decompress(packed));
        }
        byte[] whole =
                ZlibModule.compress(
                                Bytes.of(
                                        "hello hello"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .US_ASCII)))
                        .toArray();
        byte[][] broken = {
            new byte[0],
            {1, 2, 3},
            java.util.Arrays.copyOf(whole, whole.length - 1),
            java.util.Arrays.copyOf(whole, whole.length + 3)
        };
        for (byte[] data : broken) {
            cases.add(
                    "zlib.decompress(%s)".formatted(hex(data)),
                    () -> ZlibModule.decompress(Bytes.of(data)));
        }
        cases.add("zlib.compress(b'', 10)", () -> ZlibModule.compress(Bytes.EMPTY, 10));
        cases.check();
    }

    @Test
    void structsPackAlike() {
        BiFunction<String, Object[], Object> pack = StructModule::pack;
        for (String order : new String[] {"", "@", "=", "<", ">", "!"}) {
            for (char code : "bBhHiIlLqQnN?".toCharArray()) {
                for (Object value : Numbers.edges()) {
                    String format = order + "b" + code;
                    cases.add(
                            "struct.pack('%s', 1, %s)".formatted(format, literal(value)),
                            () -> pack.apply(format, new Object[] {1L, value}));
                }
            }
            for (char code : "ed".toCharArray()) {
                for (double value : Numbers.realEdges()) {
                    if (!Double.isNaN(value)) {
                        cases.add(
                                "struct.pack('%s', %s)".formatted(order + code, literal(value)),
                                () -> pack.apply(order + code, new Object[] {value}));
                    }
                }
            }
        }
        Object[] wrong = {null, "a", 1.5};
        for (Object value : wrong) {
            for (String format : new String[] {"i", "f", "c", "s", "B"}) {
                if (!(value instanceof Double && format.equals("f"))) {
                    cases.add(
                            "struct.pack('%s', %s)".formatted(format, literal(value)),
                            () -> pack.apply(format, new Object[] {value}));
                }
            }
        }
        for (String format :
                new String[] {"y", "3", "<n", "99999999999999999999i", "< h  h", "3x"}) {
            cases.add(
                    "struct.calcsize('%s')".formatted(format), () -> StructModule.calcsize(format));
        }
        for (String format : new String[] {"bi", "<bi", "b0i", "bq3sh", "10s", "3p", "?e", "0s"}) {
            cases.add(
                    "struct.calcsize('%s')".formatted(format), () -> StructModule.calcsize(format));
        }
        cases.add("struct.pack('ii', 1)", () -> pack.apply("ii", new Object[] {1L}));
        cases.add(
                "struct.pack('5p', b'abc')",
                () ->
                        pack.apply(
                                "5p", new Object[] {Bytes.of((byte) 'a', (byte) 'b', (byte) 'c')}));
        cases.check();
    }

    @Test
    void structsUnpackAlike() {
        String[] formats = {
            "<b", ">B", "<h", ">H", "<i", ">I", "<l", ">L", "<q", ">Q", "<d", "<e", "?", "bhiq",
            "<bhiq", "3s2p", "c", "<2h3B", "x2xb", "n", "N"
        };
        for (String format : formats) {
            int size = (int) StructModule.calcsize(format);
            for (int i = 0; i < 60; i++) {
                byte[] data = new byte[size];
                samples.random().nextBytes(data);
                if (format.contains("e") || format.contains("d")) {
                    data[size - 1] &= 0x3f;
                }
                cases.add(
                        "struct.unpack('%s', %s)".formatted(format, hex(data)),
                        () -> StructModule.unpack(format, Bytes.of(data)));
            }
        }
        byte[] data = {1, 2, 3, 4, 5};
        for (int offset = -10; offset < 10; offset++) {
            int from = offset;
            cases.add(
                    "struct.unpack_from('i', %s, %d)".formatted(hex(data), offset),
                    () -> StructModule.unpack_from("i", Bytes.of(data), from));
        }
        cases.add(
                "struct.unpack('i', %s)".formatted(hex(data)),
                () -> StructModule.unpack("i", Bytes.of(data)));
        cases.add(
                "list(struct.iter_unpack('h', %s))".formatted(hex(data)),
                () -> StructModule.iter_unpack("h", Bytes.of(data)));
        cases.add(
                "list(struct.iter_unpack('<bx', %s[:4]))".formatted(hex(data)),
                () ->
                        ObjectList.from(
                                StructModule.iter_unpack(
                                        "<bx", Bytes.of(java.util.Arrays.copyOf(data, 4)))));
        cases.check();
    }
}
