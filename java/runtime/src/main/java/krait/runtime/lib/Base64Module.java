package krait.runtime.lib;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import krait.runtime.Bytes;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// The module `base64`.
public final class Base64Module {
    private static final String ALPHABET32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base64Module() {}

    /// `base64.b64encode(data)`.
    public static Bytes b64encode(@Nullable Object data) {
        return Bytes.of(Base64.getEncoder().encode(Buffers.array(data)));
    }

    /// `base64.standard_b64encode(data)`.
    public static Bytes standard_b64encode(@Nullable Object data) {
        return b64encode(data);
    }

    /// `base64.urlsafe_b64encode(data)`.
    public static Bytes urlsafe_b64encode(@Nullable Object data) {
        return Bytes.of(Base64.getUrlEncoder().encode(Buffers.array(data)));
    }

    /// `base64.b64decode(data)`: what is no data is left out.
    public static Bytes b64decode(@Nullable Object data) {
        return Bytes.of(decode64(input(data)));
    }

    /// `base64.standard_b64decode(data)`.
    public static Bytes standard_b64decode(@Nullable Object data) {
        return b64decode(data);
    }

    /// `base64.urlsafe_b64decode(data)`.
    public static Bytes urlsafe_b64decode(@Nullable Object data) {
        byte[] input = input(data);
        for (int i = 0; i < input.length; i++) {
            input[i] = input[i] == '-' ? (byte) '+' : input[i] == '_' ? (byte) '/' : input[i];
        }
        return Bytes.of(decode64(input));
    }

    private static byte[] input(@Nullable Object data) {
        if (!(data instanceof CharSequence text)) {
            return Buffers.array(data);
        }
        String units = text.toString();
        if (!units.chars().allMatch(unit -> unit < 128)) {
            throw new ValueError("string argument should contain only ASCII characters");
        }
        return units.getBytes(StandardCharsets.US_ASCII);
    }

    /// Decodes up to the padding that ends the data.
    private static byte[] decode64(byte[] input) {
        byte[] output = new byte[input.length * 3 / 4 + 3];
        int count = 0;
        int bits = 0;
        int digits = 0;
        int pads = 0;
        for (byte each : input) {
            if (each == '=') {
                pads++;
                if (digits % 4 >= 2 && digits % 4 + pads >= 4) {
                    return Arrays.copyOf(output, count);
                }
                continue;
            }
            int value = value64(each);
            if (value < 0) {
                continue;
            }
            pads = 0;
            bits = bits << 6 | value;
            digits++;
            if (digits % 4 != 1) {
                output[count++] = (byte) (bits >> (6 - 2 * ((digits + 3) % 4)));
            }
        }
        if (digits % 4 == 1) {
            throw new BinasciiError(
                    "Invalid base64-encoded string: number of data characters ("
                            + digits
                            + ") cannot be 1 more than a multiple of 4");
        } else if (digits % 4 != 0) {
            throw new BinasciiError("Incorrect padding");
        }
        return Arrays.copyOf(output, count);
    }

    private static int value64(byte digit) {
        if (digit >= 'A' && digit <= 'Z') {
            return digit - 'A';
        } else if (digit >= 'a' && digit <= 'z') {
            return digit - 'a' + 26;
        } else if (digit >= '0' && digit <= '9') {
            return digit - '0' + 52;
        }
        return digit == '+' ? 62 : digit == '/' ? 63 : -1;
    }

    /// `base64.b16encode(data)`.
    public static Bytes b16encode(@Nullable Object data) {
        String digits = HexFormat.of().withUpperCase().formatHex(Buffers.array(data));
        return Bytes.of(digits.getBytes(StandardCharsets.US_ASCII));
    }

    /// `base64.b16decode(data)`.
    public static Bytes b16decode(@Nullable Object data) {
        return b16decode(data, false);
    }

    /// `base64.b16decode(data, casefold)`.
    public static Bytes b16decode(@Nullable Object data, boolean casefold) {
        String digits = new String(input(data), StandardCharsets.ISO_8859_1);
        String upper = casefold ? digits.toUpperCase(Locale.ROOT) : digits;
        if (!upper.matches("[0-9A-F]*")) {
            throw new BinasciiError("Non-base16 digit found");
        } else if (upper.length() % 2 != 0) {
            throw new BinasciiError("Odd-length string");
        }
        return Bytes.of(HexFormat.of().parseHex(upper));
    }

    /// `base64.b32encode(data)`.
    public static Bytes b32encode(@Nullable Object data) {
        byte[] input = Buffers.array(data, "memoryview: ");
        byte[] output = new byte[(input.length + 4) / 5 * 8];
        Arrays.fill(output, (byte) '=');
        for (int i = 0; i * 5 < input.length * 8; i++) {
            int value = 0;
            for (int bit = i * 5; bit < i * 5 + 5; bit++) {
                int from = bit / 8 < input.length ? input[bit / 8] : 0;
                value = value << 1 | (from >> (7 - bit % 8) & 1);
            }
            output[i] = (byte) ALPHABET32.charAt(value);
        }
        return Bytes.of(output);
    }

    /// `base64.b32decode(data)`.
    public static Bytes b32decode(@Nullable Object data) {
        String text = new String(input(data), StandardCharsets.ISO_8859_1);
        if (text.length() % 8 != 0) {
            throw new BinasciiError("Incorrect padding");
        }
        String digits = text.replaceAll("=+$", "");
        int pads = text.length() - digits.length();
        byte[] output = new byte[digits.length() * 5 / 8];
        long bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = ALPHABET32.indexOf(digits.charAt(i));
            if (value < 0) {
                throw new BinasciiError("Non-base32 digit found");
            }
            bits = bits << 5 | value;
            int have = (i + 1) * 5;
            if (have / 8 > i * 5 / 8) {
                output[have / 8 - 1] = (byte) (bits >> (have % 8));
            }
        }
        if (pads == 2 || pads == 5 || pads > 6) {
            throw new BinasciiError("Incorrect padding");
        }
        return Bytes.of(output);
    }
}
