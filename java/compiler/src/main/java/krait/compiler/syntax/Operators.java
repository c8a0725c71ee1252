package krait.compiler.syntax;

/// Finds the longest operator or delimiter at a place.
final class Operators {
    private Operators() {}

    /// `STRAY` where there is none.
    static TokenKind at(byte[] source, int at) {
        byte second = at + 1 < source.length ? source[at + 1] : 0;
        byte third = at + 2 < source.length ? source[at + 2] : 0;
        return switch (source[at]) {
            case '(' -> TokenKind.LEFT_PAREN;
            case ')' -> TokenKind.RIGHT_PAREN;
            case '[' -> TokenKind.LEFT_BRACKET;
            case ']' -> TokenKind.RIGHT_BRACKET;
            case '{' -> TokenKind.LEFT_BRACE;
            case '}' -> TokenKind.RIGHT_BRACE;
            case ',' -> TokenKind.COMMA;
            case ';' -> TokenKind.SEMICOLON;
            case '~' -> TokenKind.TILDE;
            case '.' -> second == '.' && third == '.' ? TokenKind.ELLIPSIS : TokenKind.DOT;
            case ':' -> second == '=' ? TokenKind.WALRUS : TokenKind.COLON;
            case '!' -> second == '=' ? TokenKind.NOT_EQUAL : TokenKind.EXCLAMATION;
            case '=' -> second == '=' ? TokenKind.EQUAL_EQUAL : TokenKind.EQUAL;
            case '+' -> second == '=' ? TokenKind.PLUS_EQUAL : TokenKind.PLUS;
            case '%' -> second == '=' ? TokenKind.PERCENT_EQUAL : TokenKind.PERCENT;
            case '@' -> second == '=' ? TokenKind.AT_EQUAL : TokenKind.AT;
            case '|' -> second == '=' ? TokenKind.VERTICAL_BAR_EQUAL : TokenKind.VERTICAL_BAR;
            case '^' -> second == '=' ? TokenKind.CIRCUMFLEX_EQUAL : TokenKind.CIRCUMFLEX;
            case '&' -> second == '=' ? TokenKind.AMPERSAND_EQUAL : TokenKind.AMPERSAND;
            case '-' -> minus(second);
            case '*', '/' -> doubled(source[at], second, third);
            case '<' -> less(second, third);
            case '>' -> greater(second, third);
            default -> TokenKind.STRAY;
        };
    }

    private static TokenKind minus(byte second) {
        return switch (second) {
            case '=' -> TokenKind.MINUS_EQUAL;
            case '>' -> TokenKind.ARROW;
            default -> TokenKind.MINUS;
        };
    }

    private static TokenKind doubled(byte first, byte second, byte third) {
        boolean star = first == '*';
        if (second == first) {
            if (third == '=') {
                return star ? TokenKind.DOUBLE_STAR_EQUAL : TokenKind.DOUBLE_SLASH_EQUAL;
            }
            return star ? TokenKind.DOUBLE_STAR : TokenKind.DOUBLE_SLASH;
        }
        if (second == '=') {
            return star ? TokenKind.STAR_EQUAL : TokenKind.SLASH_EQUAL;
        }
        return star ? TokenKind.STAR : TokenKind.SLASH;
    }

    /// `<>` was an operator once, and is a stray character now.
    private static TokenKind less(byte second, byte third) {
        return switch (second) {
            case '<' -> third == '=' ? TokenKind.LEFT_SHIFT_EQUAL : TokenKind.LEFT_SHIFT;
            case '=' -> TokenKind.LESS_EQUAL;
            case '>' -> TokenKind.STRAY;
            default -> TokenKind.LESS;
        };
    }

    private static TokenKind greater(byte second, byte third) {
        return switch (second) {
            case '>' -> third == '=' ? TokenKind.RIGHT_SHIFT_EQUAL : TokenKind.RIGHT_SHIFT;
            case '=' -> TokenKind.GREATER_EQUAL;
            default -> TokenKind.GREATER;
        };
    }
}
