package krait.compiler.syntax;

import krait.compiler.diagnostics.DiagnosticCode;

/// Codes of what the grammar refuses, and of what CPython refuses after it.
public enum SyntaxCode implements DiagnosticCode {
    INVALID(
            "KR100",
            "invalid syntax",
            "No rule of Python's grammar fits what stands here or just before.",
            "compare the line with the language reference"),
    TOKEN(
            "KR101",
            "characters that form no token",
            "A string has no end, a bracket no partner, a number no digits, or a character has no"
                    + " meaning in Python.",
            "remove the character, or close the string or bracket"),
    INDENTATION(
            "KR102",
            "wrong indentation",
            "The lines of a block begin at one column, deeper than the line that opens it, and tabs"
                    + " and spaces are not mixed. CPython raises IndentationError or TabError.",
            "indent the block by four spaces"),
    TARGET(
            "KR103",
            "nothing can be assigned to this",
            "Left of an assignment, after for, del and as stand names, attributes, subscripts, and"
                    + " tuples or lists of these.",
            "assign to a name"),
    PARAMETERS(
            "KR104",
            "wrong order or number of parameters or arguments",
            "A name stands twice, a parameter without a default follows one with a default, or a"
                    + " positional argument follows a keyword.",
            "positional ones first, each name once"),
    PLACE(
            "KR105",
            "a statement or expression where it can't stand",
            "return and yield belong into functions, await into async functions, break and continue"
                    + " into loops, imports of __future__ to the top of the file.",
            "move it to where it belongs"),
    SCOPE(
            "KR106",
            "declarations of a name that contradict each other",
            "global and nonlocal stand before the first use of their name, and nonlocal needs a"
                    + " function around it that has the name.",
            "declare the name in the first line of the function"),
    ENCODING(
            "KR107",
            "the file is not text in its encoding",
            "A source file is in UTF-8, unless a comment in one of its first two lines names"
                    + " another encoding.",
            "save the file in UTF-8"),
    LIMIT(
            "KR108",
            "deeper or longer than can be compiled",
            "CPython limits nested blocks and the digits of integers, and the compiler the depth of"
                    + " trees.",
            "move the inner part to a function of its own"),
    PATTERN(
            "KR109",
            "a pattern that can't be",
            "A pattern binds each name once, alternatives bind the same names, and what matches"
                    + " everything stands last.",
            "put the case that matches everything last");

    private final String code;
    private final String title;
    private final String explanation;
    private final String example;

    SyntaxCode(String code, String title, String explanation, String example) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.example = example;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public String example() {
        return example;
    }
}
