package krait.runtime;

/// Changes of case that touch the letters of ASCII alone, as those of `bytes`.
final class AsciiCase {
    private AsciiCase() {}

    static boolean isLetter(int point) {
        return isLower(point) || isUpper(point);
    }

    private static boolean isLower(int point) {
        return point >= 'a' && point <= 'z';
    }

    private static boolean isUpper(int point) {
        return point >= 'A' && point <= 'Z';
    }

    private static char lower(char unit) {
        return isUpper(unit) ? (char) (unit + 32) : unit;
    }

    private static char upper(char unit) {
        return isLower(unit) ? (char) (unit - 32) : unit;
    }

    static String lower(String s) {
        StringBuilder text = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            text.append(lower(s.charAt(i)));
        }
        return text.toString();
    }

    static String upper(String s) {
        StringBuilder text = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            text.append(upper(s.charAt(i)));
        }
        return text.toString();
    }

    static String swapcase(String s) {
        StringBuilder text = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char unit = s.charAt(i);
            text.append(isLower(unit) ? upper(unit) : lower(unit));
        }
        return text.toString();
    }

    static String capitalize(String s) {
        return s.isEmpty() ? s : upper(s.charAt(0)) + lower(s.substring(1));
    }

    static String title(String s) {
        StringBuilder text = new StringBuilder(s.length());
        boolean inWord = false;
        for (int i = 0; i < s.length(); i++) {
            char unit = s.charAt(i);
            text.append(inWord ? lower(unit) : upper(unit));
            inWord = isLetter(unit);
        }
        return text.toString();
    }

    /// The text with all that is not ASCII replaced by what has no case.
    static String masked(String s) {
        StringBuilder text = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char unit = s.charAt(i);
            text.append(unit < 128 ? unit : '.');
        }
        return text.toString();
    }
}
