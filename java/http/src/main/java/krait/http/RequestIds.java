package krait.http;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// Makes request ids: ten random characters, one such prefix for each event loop, and a counter.
/// Loop only.
final class RequestIds {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int RANDOM_CHARACTERS = 10;
    private static final int COUNTER_CHARACTERS_MAX = 13;

    private final byte[] text = new byte[RANDOM_CHARACTERS + 1 + COUNTER_CHARACTERS_MAX];
    private long counter;

    RequestIds() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        text[RANDOM_CHARACTERS] = '-';
    }

    String next() {
        long number = counter++;
        int digits = Math.max(1, (68 - Long.numberOfLeadingZeros(number)) / 5);
        int end = RANDOM_CHARACTERS + 1 + digits;
        for (int i = end - 1; i > RANDOM_CHARACTERS; i--) {
            text[i] = (byte) ALPHABET.charAt((int) (number & 31));
            number >>>= 5;
        }
        return new String(text, 0, end, StandardCharsets.ISO_8859_1);
    }

    /// Whether a client's text may serve as an id: 1 to 64 bytes of visible ASCII.
    static boolean isValid(String id) {
        if (id.isEmpty() || id.length() > 64) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
