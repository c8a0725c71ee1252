package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/// Which characters beyond ASCII a name may have: `XID_Start` and `XID_Continue` of Unicode's annex
/// 31. A character has these when its form NFKC is made of `ID_Start` and `ID_Continue`.
final class IdentifierCharacters {
    private IdentifierCharacters() {}

    static void check(Tokenizer tokenizer, int start, int end) {
        String name = new String(tokenizer.bytes, start, end - start, UTF_8);
        int offset = start;
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            if (!(i == 0 ? isStart(point) : isPart(point))) {
                String hex = String.format(Locale.ROOT, "U+%04X", point);
                String message =
                        PythonText.isPrintable(point)
                                ? "invalid character '"
                                        + Character.toString(point)
                                        + "' ("
                                        + hex
                                        + ")"
                                : "invalid non-printable character " + hex;
                throw tokenizer.fail(SyntaxCode.TOKEN, offset, tokenizer.line, message);
            }
            offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            i += Character.charCount(point);
        }
    }

    private static boolean isStart(int point) {
        if (point == '_') {
            return true;
        }
        if (!Character.isUnicodeIdentifierStart(point)) {
            return false;
        }
        String form = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return Character.isUnicodeIdentifierStart(form.codePointAt(0)) && hasParts(form);
    }

    private static boolean isPart(int point) {
        return isOrdinaryPart(point)
                && (point < 0x80
                        || hasParts(
                                Normalizer.normalize(
                                        Character.toString(point), Normalizer.Form.NFKC)));
    }

    private static boolean hasParts(String form) {
        for (int i = 0; i < form.length(); ) {
            int point = form.codePointAt(i);
            if (!isOrdinaryPart(point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    private static boolean isOrdinaryPart(int point) {
        return point == '_'
                || (Character.isUnicodeIdentifierPart(point)
                        && !Character.isIdentifierIgnorable(point));
    }
}
