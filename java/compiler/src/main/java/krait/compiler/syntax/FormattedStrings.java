package krait.compiler.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// Strings side by side, f-strings (PEP 498, 701) and t-strings (PEP 750). Which texts become one
/// constant, and where it stands, follows CPython.
final class FormattedStrings {
    private static final String AFTER_EXPRESSION = "'=', or '!', or ':', or '}'";

    private final ExpressionParser expressions;
    private final Cursor in;

    FormattedStrings(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// One string, or several side by side.
    Expression concatenation() {
        int start = in.at;
        boolean template = in.is(TokenKind.TSTRING_START);
        if (in.is(TokenKind.STRING) && !isString(in.glance(1))) {
            return plain();
        }
        List<Expression> parts = new ArrayList<>();
        boolean formatted = false;
        int bytes = 0;
        int count = 0;
        int last = start;
        while (isString(in.kind())) {
            if (in.is(TokenKind.TSTRING_START) != template) {
                throw mixed(last);
            }
            last = in.at;
            count++;
            if (in.is(TokenKind.STRING)) {
                Expression part = plain();
                bytes += isBytes(part) ? 1 : 0;
                parts.add(part);
            } else {
                formatted = true;
                formatted(parts);
            }
        }
        Span span = in.span(start);
        if (bytes > 0) {
            if (bytes < count) {
                throw in.failHere(SyntaxCode.INVALID, "cannot mix bytes and nonbytes literals");
            }
            return joinedBytes(parts, span);
        }
        List<Expression> values = folded(parts, formatted);
        if (template) {
            return new Expression.TemplateStr(values, span);
        }
        return formatted ? new Expression.JoinedStr(values, span) : values.getFirst();
    }

    private static boolean isString(TokenKind kind) {
        return kind == TokenKind.STRING
                || kind == TokenKind.FSTRING_START
                || kind == TokenKind.TSTRING_START;
    }

    private static boolean isBytes(Expression part) {
        return part instanceof Expression.Constant constant
                && constant.value() instanceof Literal.Bytes;
    }

    private SyntaxFailure mixed(int last) {
        if (in.is(TokenKind.STRING)) {
            in.at++;
        } else {
            formatted(new ArrayList<>());
        }
        return in.fail(
                in.span(last),
                SyntaxCode.INVALID,
                "cannot mix t-string literals with string or bytes literals");
    }

    private static Expression joinedBytes(List<Expression> parts, Span span) {
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            if (part instanceof Expression.Constant(Literal.Bytes(String latin1), var _, var _)) {
                text.append(latin1);
            }
        }
        Literal value = new Literal.Bytes(text.toString());
        return new Expression.Constant(value, Optional.empty(), span);
    }

    /// A string without fields.
    private Expression.Constant plain() {
        int token = in.at++;
        byte[] source = in.tokens.source();
        int start = in.tokens.start(token);
        int end = in.tokens.end(token);
        Optional<String> kind = source[start] == 'u' ? Optional.of("u") : Optional.empty();
        boolean raw = false;
        boolean bytes = false;
        for (; source[start] != '"' && source[start] != '\''; start++) {
            raw |= (source[start] | 0x20) == 'r';
            bytes |= (source[start] | 0x20) == 'b';
        }
        byte quote = source[start];
        boolean triple =
                end - start >= 6 && source[start + 1] == quote && source[start + 2] == quote;
        int quotes = triple ? 3 : 1;
        if (bytes) {
            refuseBeyondAscii(token);
        }
        try {
            Literal value =
                    bytes
                            ? StringLiterals.bytes(source, start + quotes, end - quotes, raw)
                            : StringLiterals.text(source, start + quotes, end - quotes, raw);
            return new Expression.Constant(value, kind, in.span(token));
        } catch (StringLiterals.EscapeException e) {
            throw in.fail(token, SyntaxCode.TOKEN, e.complaint());
        }
    }

    private void refuseBeyondAscii(int token) {
        byte[] source = in.tokens.source();
        for (int i = in.tokens.start(token); i < in.tokens.end(token); i++) {
            if (source[i] < 0) {
                throw in.fail(
                        token, SyntaxCode.TOKEN, "bytes can only contain ASCII literal characters");
            }
        }
    }

    /// The parts of one f-string or t-string.
    private void formatted(List<Expression> parts) {
        int start = in.at++;
        boolean template = in.tokens.kind(start) == TokenKind.TSTRING_START;
        boolean raw = false;
        byte[] source = in.tokens.source();
        for (int i = in.tokens.start(start); i < in.tokens.end(start); i++) {
            raw |= (source[i] | 0x20) == 'r';
        }
        TokenKind middle = template ? TokenKind.TSTRING_MIDDLE : TokenKind.FSTRING_MIDDLE;
        int first = parts.size();
        while (true) {
            if (in.is(middle)) {
                int token = in.at++;
                int end = textEnd(token);
                parts.add(decoded(in.tokens.start(token), end, raw, in.span(token)));
            } else if (in.is(TokenKind.LEFT_BRACE)) {
                field(parts, template ? 't' : 'f', template, raw);
            } else {
                break;
            }
        }
        in.expect(template ? TokenKind.TSTRING_END : TokenKind.FSTRING_END);
        for (int i = parts.size() - 1; i >= first; i--) {
            if (isEmptyText(parts.get(i))) {
                parts.remove(i);
            }
        }
    }

    /// Of two braces that end a text, one counts.
    private int textEnd(int token) {
        byte[] source = in.tokens.source();
        int end = in.tokens.end(token);
        boolean doubled =
                end - in.tokens.start(token) >= 2
                        && source[end - 1] == source[end - 2]
                        && (source[end - 1] == '{' || source[end - 1] == '}');
        return doubled ? end - 1 : end;
    }

    private static boolean isEmptyText(Expression part) {
        return part instanceof Expression.Constant constant
                && constant.value() instanceof Literal.Str text
                && text.text().isEmpty();
    }

    private Expression decoded(int start, int end, boolean raw, Span span) {
        try {
            Literal value = StringLiterals.text(in.tokens.source(), start, end, raw);
            return new Expression.Constant(value, Optional.empty(), span);
        } catch (StringLiterals.EscapeException e) {
            throw in.failHere(SyntaxCode.TOKEN, e.complaint());
        }
    }

    /// `{value=!conversion:spec}`.
    ///
    /// @param letter of the string
    /// @param template whether it becomes an interpolation
    /// @param raw whether backslashes mean themselves
    private void field(List<Expression> parts, char letter, boolean template, boolean raw) {
        int open = in.at++;
        refuseMissingExpression(letter);
        Expression value = value(letter, open);
        boolean debug = in.accept(TokenKind.EQUAL);
        int textEnd = in.at;
        refuseAfterExpression(letter, debug);
        int conversion = -1;
        int conversionName = -1;
        if (in.is(TokenKind.EXCLAMATION)) {
            conversionName = in.at + 1;
            conversion = conversion(letter);
        }
        if (!in.is(TokenKind.COLON) && !in.is(TokenKind.RIGHT_BRACE)) {
            throw expecting(letter, conversionName < 0 ? "'}'" : "':' or '}'");
        }
        Optional<Expression> spec = Optional.empty();
        int colon = in.at;
        if (in.is(TokenKind.COLON)) {
            spec = Optional.of(spec(letter, raw));
        }
        if (!in.is(TokenKind.RIGHT_BRACE)) {
            throw expecting(letter, spec.isPresent() ? "'}', or format specs" : "'}'");
        }
        in.at++;
        if (debug && conversion < 0 && spec.isEmpty()) {
            conversion = 'r';
        }
        Span span = in.span(open);
        if (debug) {
            int until = conversionName >= 0 ? conversionName - 1 : colon;
            parts.add(debugText(open, until));
        }
        parts.add(
                template
                        ? new Expression.Interpolation(
                                value, expressionText(open, textEnd), conversion, spec, span)
                        : new Expression.FormattedValue(value, conversion, spec, span));
    }

    /// The expression of a field. Where it can't be read whole, what stands behind its beginning is
    /// blamed.
    private Expression value(char letter, int open) {
        try {
            return expressions.annotatedRhs();
        } catch (SyntaxFailure failure) {
            if (failure.isNamed()) {
                throw failure;
            }
            int end = expressions.prefix.end(open + 1, true);
            if (end < 0) {
                throw in.fail(
                        open + 1,
                        SyntaxCode.INVALID,
                        letter + "-string: expecting a valid expression after '{'");
            }
            in.at = end;
            throw expecting(letter, AFTER_EXPRESSION);
        }
    }

    private SyntaxFailure expecting(char letter, String what) {
        if (in.is(TokenKind.UNCLOSED)) {
            return in.invalid();
        }
        return in.fail(in.at, SyntaxCode.INVALID, letter + "-string: expecting " + what);
    }

    private void refuseMissingExpression(char letter) {
        switch (in.kind()) {
            case EQUAL, EXCLAMATION, COLON, RIGHT_BRACE ->
                    throw in.fail(
                            in.at,
                            SyntaxCode.INVALID,
                            letter
                                    + "-string: valid expression required before '"
                                    + in.kind().text()
                                    + "'");
            case STAR, YIELD, UNCLOSED -> {}
            default -> {
                if (!in.kind().startsExpression()) {
                    throw in.fail(
                            in.at,
                            SyntaxCode.INVALID,
                            letter + "-string: expecting a valid expression after '{'");
                }
            }
        }
    }

    private void refuseAfterExpression(char letter, boolean debug) {
        switch (in.kind()) {
            case EXCLAMATION, COLON, RIGHT_BRACE -> {}
            default -> throw expecting(letter, debug ? "'!', or ':', or '}'" : AFTER_EXPRESSION);
        }
    }

    private int conversion(char letter) {
        int mark = in.at++;
        if (in.is(TokenKind.COLON) || in.is(TokenKind.RIGHT_BRACE)) {
            throw in.fail(
                    in.at, SyntaxCode.INVALID, letter + "-string: missing conversion character");
        }
        if (!in.is(TokenKind.NAME)) {
            throw in.fail(
                    in.at, SyntaxCode.INVALID, letter + "-string: invalid conversion character");
        }
        if (in.tokens.start(in.at) != in.tokens.end(mark)) {
            throw in.fail(
                    in.tokens.span(mark, in.at),
                    SyntaxCode.INVALID,
                    letter + "-string: conversion type must come right after the exclamation mark");
        }
        String name = in.name();
        if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
            throw in.fail(
                    in.at - 1,
                    SyntaxCode.INVALID,
                    letter
                            + "-string: invalid conversion character '"
                            + name
                            + "': expected 's', 'r', or 'a'");
        }
        return name.charAt(0);
    }

    /// The format specification, from its colon on.
    private Expression spec(char letter, boolean raw) {
        int colon = in.at++;
        List<Expression> parts = new ArrayList<>();
        while (true) {
            if (in.is(TokenKind.FSTRING_MIDDLE) || in.is(TokenKind.TSTRING_MIDDLE)) {
                int token = in.at++;
                int start = in.tokens.start(token);
                Expression text = decoded(start, in.tokens.end(token), raw, in.span(token));
                if (!isEmptyText(text)) {
                    parts.add(text);
                }
            } else if (in.is(TokenKind.LEFT_BRACE)) {
                field(parts, letter, false, raw);
            } else {
                break;
            }
        }
        return new Expression.JoinedStr(folded(parts, true), in.span(colon));
    }

    /// The text of the field up to a token, comments left out.
    private byte[] fieldText(int open, int until) {
        byte[] source = in.tokens.source();
        byte[] text = new byte[in.tokens.start(until) - in.tokens.end(open)];
        int length = 0;
        int at = in.tokens.end(open);
        for (int token = open + 1; token <= until; token++) {
            int start = in.tokens.start(token);
            boolean comment = false;
            for (; at < start; at++) {
                comment = source[at] == '#' || (comment && source[at] != '\n');
                if (!comment) {
                    text[length++] = source[at];
                }
            }
            int end = token == until ? start : in.tokens.end(token);
            for (; at < end; at++) {
                text[length++] = source[at];
            }
        }
        return Arrays.copyOf(text, length);
    }

    /// The text that `{x = }` shows before the value.
    private Expression debugText(int open, int until) {
        byte[] text = fieldText(open, until);
        Tokens tokens = in.tokens;
        Span span =
                new Span(
                        tokens.line(open),
                        tokens.endColumn(open),
                        tokens.line(until),
                        tokens.column(until));
        Literal value = new Literal.Str(new String(text, UTF_8));
        return new Expression.Constant(value, Optional.empty(), span);
    }

    /// What a t-string remembers of an expression.
    private Literal expressionText(int open, int until) {
        String text = new String(fieldText(open, until), UTF_8);
        int end = text.length();
        while (end > 0
                && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '=')) {
            end--;
        }
        return new Literal.Str(text.substring(0, end));
    }

    /// Joins texts side by side, and drops empty ones where there are fields.
    private static List<Expression> folded(List<Expression> parts, boolean formatted) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); ) {
            if (!(parts.get(i) instanceof Expression.Constant first)) {
                values.add(parts.get(i++));
                continue;
            }
            int end = i + 1;
            while (end < parts.size() && parts.get(end) instanceof Expression.Constant) {
                end++;
            }
            Expression.Constant joined = end == i + 1 ? first : joined(parts.subList(i, end));
            if (!formatted || !isEmptyText(joined)) {
                values.add(joined);
            }
            i = end;
        }
        return List.copyOf(values);
    }

    private static Expression.Constant joined(List<Expression> texts) {
        boolean surrogates = false;
        StringBuilder text = new StringBuilder();
        int[] points = new int[0];
        for (Expression each : texts) {
            if (each instanceof Expression.Constant(Literal.Str part, var _, var _)) {
                surrogates |= part.hasSurrogates();
                text.append(part.text());
            }
        }
        if (surrogates) {
            points = joinedPoints(texts);
        }
        Expression.Constant first = (Expression.Constant) texts.getFirst();
        return new Expression.Constant(
                surrogates ? new Literal.Str(points) : new Literal.Str(text.toString()),
                first.kind(),
                first.span().to(texts.getLast().span()));
    }

    private static int[] joinedPoints(List<Expression> texts) {
        int[] points = new int[0];
        for (Expression each : texts) {
            if (each instanceof Expression.Constant(Literal.Str part, var _, var _)) {
                int[] more = part.codePoints();
                int length = points.length;
                points = Arrays.copyOf(points, length + more.length);
                System.arraycopy(more, 0, points, length, more.length);
            }
        }
        return points;
    }
}
