package krait.base;

/// Finds the name that a person probably meant.
public final class Nearest {
    private Nearest() {}

    /// The known name with the fewest typing errors (a letter wrong, missing, too many, or two
    /// swapped) from `name`; empty when none is near enough to be what was meant.
    public static String to(String name, Iterable<String> known) {
        String best = "";
        int fewest = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int errors = distance(name, candidate);
            if (errors < fewest) {
                fewest = errors;
                best = candidate;
            }
        }
        return best;
    }

    /// The optimal string alignment distance: Levenshtein's, and a swap of neighbours counts once.
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
