package krait.runtime.lib;

import java.math.BigInteger;
import java.util.Objects;
import krait.runtime.Ints;
import krait.runtime.OverflowError;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// MT19937 by M. Matsumoto and T. Nishimura, 1998, as CPython's `random` draws from it.
///
/// Every step takes the lock: a module's generator is one for all strands.
final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int SHIFT_WORDS = 397;
    private static final int MATRIX = 0x9908b0df;
    private static final int UPPER_BIT = 0x80000000;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    private void seedWord(int seed) {
        state[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        next = WORDS;
    }

    /// Starts anew from the magnitude of an int.
    synchronized void seed(BigInteger seed) {
        int[] key = words(seed.abs());
        seedWord(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(WORDS, key.length); k > 0; k--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1664525) + key[j] + j;
            i = following(i);
            j = j + 1 == key.length ? 0 : j + 1;
        }
        for (int k = WORDS - 1; k > 0; k--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1566083941) - i;
            i = following(i);
        }
        state[0] = UPPER_BIT;
    }

    private int mixed(int i) {
        return state[i] ^ (state[i] >>> 30);
    }

    private int following(int i) {
        if (i + 1 < WORDS) {
            return i + 1;
        }
        state[0] = state[WORDS - 1];
        return 1;
    }

    /// Words of an int, the least first; at least one.
    private static int[] words(BigInteger value) {
        int[] words = new int[Math.max(1, (value.bitLength() + 31) / 32)];
        for (int i = 0; i < words.length; i++) {
            words[i] = value.shiftRight(32 * i).intValue();
        }
        return words;
    }

    /// All words, then the place of the next one.
    synchronized Object[] state() {
        Object[] all = new Object[WORDS + 1];
        for (int i = 0; i < WORDS; i++) {
            all[i] = state[i] & 0xffff_ffffL;
        }
        all[WORDS] = (long) next;
        return all;
    }

    /// Goes on from what [#state] gave.
    ///
    /// @param reduced whether of each number its low 32 bits are taken
    synchronized void restore(@Nullable Object[] all, boolean reduced) {
        if (all.length != WORDS + 1) {
            throw new ValueError("state vector is the wrong size");
        }
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            Number word = number(all[i]);
            words[i] = reduced ? word.intValue() : unsigned(word);
        }
        Number last = number(all[WORDS]);
        if (last instanceof BigInteger && !reduced) {
            throw new OverflowError("Python int too large to convert to C long");
        }
        long place = reduced ? last.intValue() & 0xffff_ffffL : last.longValue();
        if (place < 0 || place > WORDS) {
            throw new ValueError("invalid state");
        }
        System.arraycopy(words, 0, state, 0, WORDS);
        next = (int) place;
    }

    /// An item of the state: the checker lets nothing but ints come here.
    private static Number number(@Nullable Object item) {
        return (Number) Objects.requireNonNull(item);
    }

    /// The low 32 bits of an int of at most 64, as C converts it.
    private static int unsigned(Number value) {
        if (Ints.signum(value) < 0) {
            throw new OverflowError("can't convert negative value to unsigned int");
        }
        if (value instanceof BigInteger wide && wide.bitLength() > Long.SIZE) {
            throw new OverflowError("Python int too large to convert to C unsigned long");
        }
        return value.intValue();
    }

    /// The next 32 bits.
    synchronized int next() {
        if (next == WORDS) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int y = (state[i] & UPPER_BIT) | (state[(i + 1) % WORDS] & ~UPPER_BIT);
            int matrix = (y & 1) == 0 ? 0 : MATRIX;
            state[i] = state[(i + SHIFT_WORDS) % WORDS] ^ (y >>> 1) ^ matrix;
        }
        next = 0;
    }

    /// A float from 0 up to 1, of 53 random bits.
    synchronized double real() {
        int high = next() >>> 5;
        int low = next() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /// A number of up to 63 random bits.
    synchronized long bits(int count) {
        if (count <= 32) {
            return count == 0 ? 0 : (next() & 0xffff_ffffL) >>> (32 - count);
        }
        long low = next() & 0xffff_ffffL;
        long high = (next() & 0xffff_ffffL) >>> (64 - count);
        return high << 32 | low;
    }

    /// A number of any count of random bits.
    synchronized BigInteger wideBits(int count) {
        int words = (count + 31) / 32;
        byte[] bytes = new byte[words * 4];
        for (int i = 0; i < words; i++) {
            int word = next();
            if (i == words - 1 && count % 32 != 0) {
                word >>>= 32 - count % 32;
            }
            int end = bytes.length - 4 * i;
            for (int j = 1; j <= 4; j++) {
                bytes[end - j] = (byte) word;
                word >>>= 8;
            }
        }
        return new BigInteger(1, bytes);
    }
}
