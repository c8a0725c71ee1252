package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;

/// The names of a source, each text once, found by its bytes: a hash table with open addressing.
/// The keywords are in it from the start, so that one look-up tells them from names.
final class Names {
    private static final TokenKind[] KEYWORDS = keywords();

    private String[] texts = new String[512];
    private byte[][] keys = new byte[512][];
    private TokenKind[] kinds = new TokenKind[512];
    private int count;
    private int[] slots = new int[2048];

    Names() {
        for (TokenKind kind : KEYWORDS) {
            byte[] key = kind.text().getBytes(ISO_8859_1);
            insert(key, hash(key, 0, key.length), kind.text(), kind);
        }
    }

    private static TokenKind[] keywords() {
        EnumSet<TokenKind> keywords = EnumSet.range(TokenKind.FALSE, TokenKind.YIELD);
        return keywords.toArray(new TokenKind[0]);
    }

    /// The number of the name in these bytes.
    int find(byte[] source, int start, int end) {
        int hash = hash(source, start, end);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int number = slots[slot] - 1;
            if (number < 0) {
                byte[] key = Arrays.copyOfRange(source, start, end);
                return insert(key, hash, text(key), TokenKind.NAME);
            }
            byte[] key = keys[number];
            if (Arrays.equals(key, 0, key.length, source, start, end)) {
                return number;
            }
        }
    }

    /// Python compares names in the form NFKC (PEP 3131).
    private static String text(byte[] key) {
        for (byte each : key) {
            if (each < 0) {
                return Normalizer.normalize(new String(key, UTF_8), Normalizer.Form.NFKC);
            }
        }
        return new String(key, ISO_8859_1);
    }

    private int insert(byte[] key, int hash, String text, TokenKind kind) {
        if (count == texts.length) {
            grow();
        }
        texts[count] = text;
        keys[count] = key;
        kinds[count] = kind;
        place(count, hash);
        return count++;
    }

    private void place(int number, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number + 1;
    }

    private void grow() {
        int capacity = count * 2;
        texts = Arrays.copyOf(texts, capacity);
        keys = Arrays.copyOf(keys, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        slots = new int[capacity * 4];
        for (int number = 0; number < count; number++) {
            place(number, hash(keys[number], 0, keys[number].length));
        }
    }

    private static int hash(byte[] source, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + source[i];
        }
        return hash ^ (hash >>> 15);
    }

    String text(int number) {
        return texts[number];
    }

    /// A keyword, or `NAME`.
    TokenKind kind(int number) {
        return kinds[number];
    }
}
