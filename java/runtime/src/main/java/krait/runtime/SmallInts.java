package krait.runtime;

/// Which ints from -64 to 191 a set holds, a bit for each: words that are made when the first
/// comes.
final class SmallInts {
    /// The words of a set that holds none.
    static final long[] NONE = {};

    private static final int LOWEST = -64;
    private static final int WORDS = 4;

    private SmallInts() {}

    static boolean covers(long item) {
        return item >= LOWEST && item < LOWEST + (long) WORDS * Long.SIZE;
    }

    static boolean has(long[] words, long item) {
        return words.length != 0 && (words[word(item)] & 1L << item) != 0;
    }

    /// The words with an item more.
    static long[] with(long[] words, long item) {
        long[] into = words.length == 0 ? new long[WORDS] : words;
        into[word(item)] |= 1L << item;
        return into;
    }

    /// Takes out an item that is there.
    static void remove(long[] words, long item) {
        words[word(item)] &= ~(1L << item);
    }

    private static int word(long item) {
        return (int) (item - LOWEST) / Long.SIZE;
    }
}
