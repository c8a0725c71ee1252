package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `import` and `from … import`.
final class Imports {
    private static final String NAMES_EXPECTED = "Expected one or more names after 'import'";

    private final ExpressionParser expressions;
    private final Cursor in;

    Imports(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    Statement plain() {
        int start = in.at++;
        if (in.is(TokenKind.NEWLINE)) {
            throw in.fail(in.at, SyntaxCode.INVALID, NAMES_EXPECTED);
        }
        List<Ast.Alias> names = new ArrayList<>();
        do {
            int first = in.at;
            String name = dotted();
            names.add(alias(first, name));
        } while (in.accept(TokenKind.COMMA));
        if (in.is(TokenKind.FROM)) {
            in.at++;
            dotted();
            throw in.failFrom(
                    start,
                    SyntaxCode.INVALID,
                    "Did you mean to use 'from ... import ...' instead?");
        }
        return new Statement.Import(List.copyOf(names), in.span(start));
    }

    private String dotted() {
        String name = in.name();
        if (!in.is(TokenKind.DOT)) {
            return name;
        }
        StringBuilder whole = new StringBuilder(name);
        while (in.accept(TokenKind.DOT)) {
            whole.append('.').append(in.name());
        }
        return whole.toString();
    }

    private Ast.Alias alias(int first, String name) {
        Optional<String> asname = Optional.empty();
        if (in.accept(TokenKind.AS)) {
            boolean plain =
                    in.is(TokenKind.NAME)
                            && switch (in.glance(1)) {
                                case COMMA, RIGHT_PAREN, SEMICOLON, NEWLINE -> true;
                                default -> false;
                            };
            if (!plain && in.kind().startsExpression()) {
                refuseTarget();
            }
            asname = Optional.of(in.name());
        }
        return new Ast.Alias(name, asname, in.span(first));
    }

    private void refuseTarget() {
        int token = in.at;
        if (expressions.attempt(expressions::expression).fits()) {
            Expression target = expressions.expression();
            throw in.fail(
                    target.span(),
                    SyntaxCode.TARGET,
                    "cannot use " + Targets.kind(target) + " as import target");
        }
        in.at = token;
    }

    Statement from() {
        int start = in.at++;
        int level = 0;
        while (in.is(TokenKind.DOT) || in.is(TokenKind.ELLIPSIS)) {
            level += in.is(TokenKind.DOT) ? 1 : 3;
            in.at++;
        }
        Optional<String> module = Optional.empty();
        if (level == 0 || !in.is(TokenKind.IMPORT)) {
            module = Optional.of(dotted());
        }
        in.expect(TokenKind.IMPORT);
        List<Ast.Alias> names = targets();
        return new Statement.ImportFrom(module, names, level, in.span(start));
    }

    private List<Ast.Alias> targets() {
        int first = in.at;
        if (in.accept(TokenKind.STAR)) {
            return List.of(new Ast.Alias("*", Optional.empty(), in.span(first)));
        }
        if (in.is(TokenKind.NEWLINE)) {
            throw in.fail(in.at, SyntaxCode.INVALID, NAMES_EXPECTED);
        }
        boolean parenthesized = in.accept(TokenKind.LEFT_PAREN);
        List<Ast.Alias> names = new ArrayList<>();
        do {
            if (!names.isEmpty() && parenthesized && in.is(TokenKind.RIGHT_PAREN)) {
                break;
            }
            if (!names.isEmpty() && !parenthesized && in.is(TokenKind.NEWLINE)) {
                throw in.fail(
                        in.at,
                        SyntaxCode.INVALID,
                        "trailing comma not allowed without surrounding parentheses");
            }
            int token = in.at;
            String name = in.name();
            names.add(alias(token, name));
        } while (in.accept(TokenKind.COMMA));
        if (parenthesized) {
            in.expect(TokenKind.RIGHT_PAREN);
        }
        return List.copyOf(names);
    }
}
