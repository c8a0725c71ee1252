package krait.runtime;

import java.util.List;
import java.util.Optional;

/// Names that CPython takes for what a misspelt one means, by the edits between them.
public final class Suggestions {
    private static final int MOVE = 2;
    private static final int CASE = 1;
    private static final int LONGEST = 40;

    private Suggestions() {}

    /// The nearest of some names, the first among equals.
    public static Optional<String> of(String wanted, List<String> names) {
        Optional<String> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            if (close(wanted, name)) {
                int distance = distance(wanted, name);
                if (distance < least) {
                    best = Optional.of(name);
                    least = distance;
                }
            }
        }
        return best;
    }

    /// Whether CPython takes one name for a misspelling of the other.
    public static boolean close(String wanted, String possible) {
        if (wanted.equals(possible) || wanted.length() > LONGEST) {
            return false;
        }
        return distance(wanted, possible) <= (possible.length() + wanted.length() + 3) * MOVE / 6;
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j * MOVE;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i * MOVE;
            for (int j = 1; j <= to.length(); j++) {
                int substitute = diagonal + substitution(from.charAt(i - 1), to.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + MOVE);
            }
        }
        return row[to.length()];
    }

    private static int substitution(char one, char other) {
        if (one == other) {
            return 0;
        }
        return Character.toLowerCase(one) == Character.toLowerCase(other) ? CASE : MOVE;
    }
}
