package krait.compiler.syntax;

/// Kinds of tokens. Each keyword is a kind of its own; soft keywords are names.
enum TokenKind {
    END(""),
    NEWLINE(""),
    INDENT(""),
    DEDENT(""),
    NAME(""),
    NUMBER(""),
    STRING(""),
    FSTRING_START(""),
    FSTRING_MIDDLE(""),
    FSTRING_END(""),
    TSTRING_START(""),
    TSTRING_MIDDLE(""),
    TSTRING_END(""),
    /// A character that no program has; the parser refuses it where it stands.
    STRAY(""),
    /// The source ended inside brackets.
    UNCLOSED(""),

    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    COLON(":"),
    COMMA(","),
    SEMICOLON(";"),
    DOT("."),
    ELLIPSIS("..."),
    ARROW("->"),
    WALRUS(":="),
    EXCLAMATION("!"),
    EQUAL("="),

    PLUS("+", Operator.ADD, 5),
    MINUS("-", Operator.SUB, 5),
    STAR("*", Operator.MULT, 6),
    SLASH("/", Operator.DIV, 6),
    DOUBLE_SLASH("//", Operator.FLOOR_DIV, 6),
    PERCENT("%", Operator.MOD, 6),
    AT("@", Operator.MAT_MULT, 6),
    VERTICAL_BAR("|", Operator.BIT_OR, 1),
    CIRCUMFLEX("^", Operator.BIT_XOR, 2),
    AMPERSAND("&", Operator.BIT_AND, 3),
    LEFT_SHIFT("<<", Operator.L_SHIFT, 4),
    RIGHT_SHIFT(">>", Operator.R_SHIFT, 4),
    DOUBLE_STAR("**"),
    TILDE("~"),

    PLUS_EQUAL("+=", Operator.ADD, 0),
    MINUS_EQUAL("-=", Operator.SUB, 0),
    STAR_EQUAL("*=", Operator.MULT, 0),
    SLASH_EQUAL("/=", Operator.DIV, 0),
    DOUBLE_SLASH_EQUAL("//=", Operator.FLOOR_DIV, 0),
    PERCENT_EQUAL("%=", Operator.MOD, 0),
    AT_EQUAL("@=", Operator.MAT_MULT, 0),
    VERTICAL_BAR_EQUAL("|=", Operator.BIT_OR, 0),
    CIRCUMFLEX_EQUAL("^=", Operator.BIT_XOR, 0),
    AMPERSAND_EQUAL("&=", Operator.BIT_AND, 0),
    LEFT_SHIFT_EQUAL("<<=", Operator.L_SHIFT, 0),
    RIGHT_SHIFT_EQUAL(">>=", Operator.R_SHIFT, 0),
    DOUBLE_STAR_EQUAL("**=", Operator.POW, 0),

    EQUAL_EQUAL("==", CompareOperator.EQ),
    NOT_EQUAL("!=", CompareOperator.NOT_EQ),
    LESS("<", CompareOperator.LT),
    LESS_EQUAL("<=", CompareOperator.LT_E),
    GREATER(">", CompareOperator.GT),
    GREATER_EQUAL(">=", CompareOperator.GT_E),

    FALSE("False"),
    NONE("None"),
    TRUE("True"),
    AND("and"),
    AS("as"),
    ASSERT("assert"),
    ASYNC("async"),
    AWAIT("await"),
    BREAK("break"),
    CLASS("class"),
    CONTINUE("continue"),
    DEF("def"),
    DEL("del"),
    ELIF("elif"),
    ELSE("else"),
    EXCEPT("except"),
    FINALLY("finally"),
    FOR("for"),
    FROM("from"),
    GLOBAL("global"),
    IF("if"),
    IMPORT("import"),
    IN("in", CompareOperator.IN),
    IS("is", CompareOperator.IS),
    LAMBDA("lambda"),
    NONLOCAL("nonlocal"),
    NOT("not"),
    OR("or"),
    PASS("pass"),
    RAISE("raise"),
    RETURN("return"),
    TRY("try"),
    WHILE("while"),
    WITH("with"),
    YIELD("yield");

    private final String text;
    private final Operator operator;
    private final int precedence;
    private final CompareOperator comparison;
    private final boolean compares;

    TokenKind(String text) {
        this(text, Operator.ADD, 0, CompareOperator.EQ, false);
    }

    TokenKind(String text, Operator operator, int precedence) {
        this(text, operator, precedence, CompareOperator.EQ, false);
    }

    TokenKind(String text, CompareOperator comparison) {
        this(text, Operator.ADD, 0, comparison, true);
    }

    TokenKind(
            String text,
            Operator operator,
            int precedence,
            CompareOperator comparison,
            boolean compares) {
        this.text = text;
        this.operator = operator;
        this.precedence = precedence;
        this.comparison = comparison;
        this.compares = compares;
    }

    /// As it is written; empty for kinds that have many texts.
    String text() {
        return text;
    }

    /// How tight a binary operator binds, from 1; 0 for all other kinds. `**` is not among them: it
    /// binds tighter than the sign before it.
    int precedence() {
        return precedence;
    }

    /// Of a binary operator or an augmented assignment.
    Operator operator() {
        return operator;
    }

    boolean isAugmentedAssignment() {
        return compareTo(PLUS_EQUAL) >= 0 && compareTo(DOUBLE_STAR_EQUAL) <= 0;
    }

    /// Whether it is a comparison, or begins one.
    boolean compares() {
        return compares;
    }

    CompareOperator comparison() {
        return comparison;
    }

    /// Whether a keyword begins a statement of one line.
    boolean startsSimpleStatement() {
        return switch (this) {
            case RETURN,
                    IMPORT,
                    FROM,
                    RAISE,
                    PASS,
                    BREAK,
                    CONTINUE,
                    DEL,
                    ASSERT,
                    GLOBAL,
                    NONLOCAL,
                    YIELD ->
                    true;
            default -> false;
        };
    }

    /// Whether an expression may begin so; a star is not among them.
    boolean startsExpression() {
        return switch (this) {
            case NAME,
                    NUMBER,
                    STRING,
                    FSTRING_START,
                    TSTRING_START,
                    LEFT_PAREN,
                    LEFT_BRACKET,
                    LEFT_BRACE,
                    ELLIPSIS,
                    PLUS,
                    MINUS,
                    TILDE,
                    FALSE,
                    NONE,
                    TRUE,
                    AWAIT,
                    LAMBDA,
                    NOT ->
                    true;
            default -> false;
        };
    }
}
