package krait.runtime;

import java.util.Locale;

/// Changes of case: the full mappings of Unicode, as CPython 3.14.
final class TextCase {
    private static final int SIGMA = 0x3A3;
    private static final int DOTTED_I = 0x130;
    private static final int DOTLESS_I = 0x131;
    private static final int CHEROKEE = 0x13A0;
    private static final int CHEROKEE_SMALL = 0xAB70;
    private static final int IOTA = 0x399;
    private static final int IOTA_BELOW = 0x345;

    private TextCase() {}

    static CharSequence lower(CharSequence s) {
        if (isOneAscii(s)) {
            return Text.ofPoint(Character.toLowerCase(s.charAt(0)));
        }
        if (s instanceof String text && text.indexOf(SIGMA) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        TextBuilder lower = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            appendLower(lower, s, i);
        }
        return lower.build();
    }

    private static boolean isOneAscii(CharSequence s) {
        return s instanceof String text && text.length() == 1 && text.charAt(0) < 128;
    }

    private static void appendLower(TextBuilder text, CharSequence s, int position) {
        int point = Text.at(s, position);
        if (point == SIGMA) {
            text.append(endsWord(s, position) ? 'ς' : 'σ');
        } else if (point == DOTTED_I) {
            text.append("i\u0307");
        } else {
            text.appendPoint(Character.toLowerCase(point));
        }
    }

    /// Unicode's Final_Sigma: a cased letter before, none behind, but for what case ignores.
    private static boolean endsWord(CharSequence s, int position) {
        int before = position - 1;
        while (before >= 0 && TextClass.isCaseIgnorable(Text.at(s, before))) {
            before--;
        }
        if (before < 0 || !TextClass.isCased(Text.at(s, before))) {
            return false;
        }
        int length = Text.length(s);
        int behind = position + 1;
        while (behind < length && TextClass.isCaseIgnorable(Text.at(s, behind))) {
            behind++;
        }
        return behind == length || !TextClass.isCased(Text.at(s, behind));
    }

    static CharSequence upper(CharSequence s) {
        if (isOneAscii(s)) {
            return Text.ofPoint(Character.toUpperCase(s.charAt(0)));
        }
        if (s instanceof String text) {
            return text.toUpperCase(Locale.ROOT);
        }
        TextBuilder upper = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            appendUpper(upper, Text.at(s, i));
        }
        return upper.build();
    }

    private static void appendUpper(TextBuilder text, int point) {
        if (Text.isWide(point)) {
            text.appendPoint(Character.toUpperCase(point));
        } else {
            text.append(String.valueOf((char) point).toUpperCase(Locale.ROOT));
        }
    }

    private static void appendTitle(TextBuilder text, int point) {
        int simple = Character.toTitleCase(point);
        if (simple != point || Text.isWide(point) || Character.isTitleCase(point)) {
            text.appendPoint(simple);
            return;
        }
        String upper = String.valueOf((char) point).toUpperCase(Locale.ROOT);
        if (upper.length() == 1) {
            text.append((char) point);
            return;
        }
        text.append(upper.charAt(0));
        boolean afterApostrophe = upper.charAt(0) == 'ʼ';
        for (int i = 1; i < upper.length(); i++) {
            int more = upper.charAt(i);
            if (more == IOTA && upper.charAt(i - 1) != IOTA) {
                text.appendPoint(IOTA_BELOW);
            } else {
                text.appendPoint(afterApostrophe ? more : Character.toLowerCase(more));
            }
        }
    }

    static CharSequence title(CharSequence s) {
        TextBuilder title = new TextBuilder();
        int length = Text.length(s);
        boolean inWord = false;
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (inWord) {
                appendLower(title, s, i);
            } else {
                appendTitle(title, point);
            }
            inWord = TextClass.isCased(point);
        }
        return title.build();
    }

    static CharSequence capitalize(CharSequence s) {
        int length = Text.length(s);
        if (length == 0) {
            return s;
        }
        TextBuilder text = new TextBuilder();
        appendTitle(text, Text.at(s, 0));
        for (int i = 1; i < length; i++) {
            appendLower(text, s, i);
        }
        return text.build();
    }

    static CharSequence swapcase(CharSequence s) {
        TextBuilder text = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            int point = Text.at(s, i);
            if (Character.isUpperCase(point)) {
                appendLower(text, s, i);
            } else if (Character.isLowerCase(point)) {
                appendUpper(text, point);
            } else {
                text.appendPoint(point);
            }
        }
        return text.build();
    }

    static CharSequence casefold(CharSequence s) {
        TextBuilder text = new TextBuilder();
        int length = Text.length(s);
        for (int i = 0; i < length; i++) {
            appendFolded(text, Text.at(s, i));
        }
        return text.build();
    }

    /// Folding is the lower case of the upper case, but for Cherokee, which folds upwards, the two
    /// letters i of Turkish, and the sharp s.
    private static void appendFolded(TextBuilder text, int point) {
        if (point < 128) {
            text.append((char) Character.toLowerCase(point));
        } else if (point == DOTTED_I) {
            text.append("i\u0307");
        } else if (point == 0x1E9E) {
            text.append("ss");
        } else if (point == DOTLESS_I || (point >= CHEROKEE && point <= 0x13F5)) {
            text.append((char) point);
        } else if (point >= 0x13F8 && point <= 0x13FD) {
            text.append((char) (point - 8));
        } else if (point >= CHEROKEE_SMALL && point <= 0xABBF) {
            text.append((char) (CHEROKEE + (point - CHEROKEE_SMALL)));
        } else if (Text.isWide(point)) {
            text.appendPoint(Character.toLowerCase(Character.toUpperCase(point)));
        } else {
            String upper = String.valueOf((char) point).toUpperCase(Locale.ROOT);
            for (int i = 0; i < upper.length(); i++) {
                text.append(Character.toLowerCase(upper.charAt(i)));
            }
        }
    }
}
