package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements: those with blocks here, those of one line in [SimpleStatements].
final class StatementParser {
    private final ExpressionParser expressions;
    private final SimpleStatements simple;
    private final TypeParameters typeParameters;
    private final WithStatements with;
    private final TryStatements tries;
    private final MatchStatements matches;
    private final Cursor in;

    StatementParser(Cursor in) {
        this.in = in;
        this.expressions = new ExpressionParser(in);
        this.typeParameters = new TypeParameters(expressions);
        this.simple = new SimpleStatements(expressions, typeParameters);
        this.with = new WithStatements(expressions, this);
        this.tries = new TryStatements(expressions, this);
        this.matches = new MatchStatements(expressions, this);
    }

    Ast.Module module() {
        List<Statement> body = new ArrayList<>();
        int start = in.at;
        while (!in.is(TokenKind.END)) {
            statement(body);
        }
        return new Ast.Module(List.copyOf(body), in.tokens.span(start, in.at));
    }

    /// One statement with blocks, or a line of simple ones.
    private void statement(List<Statement> into) {
        int start = in.at;
        switch (in.kind()) {
            case IF -> into.add(conditional());
            case WHILE -> into.add(loop());
            case FOR -> into.add(iteration(start, false));
            case TRY -> into.add(tries.statement());
            case WITH -> into.add(with.statement(start, false));
            case DEF -> into.add(function(start, List.of(), false));
            case CLASS -> into.add(type(List.of()));
            case AT -> into.add(decorated());
            case ASYNC -> into.add(asynchronous(List.of()));
            case NAME -> {
                if (matches.begins()) {
                    into.add(matches.statement());
                } else {
                    simple.line(into);
                }
            }
            default -> simple.line(into);
        }
    }

    /// The colon behind a header.
    void colon() {
        if (in.is(TokenKind.NEWLINE)) {
            throw in.fail(in.at, SyntaxCode.INVALID, "expected ':'");
        }
        in.expect(TokenKind.COLON);
    }

    /// A block, or simple statements on the same line.
    ///
    /// @param owner what it belongs to, for the message where it is missing
    /// @param token where that began
    List<Statement> block(String owner, int token) {
        List<Statement> body = new ArrayList<>();
        if (!in.accept(TokenKind.NEWLINE)) {
            simple.line(body);
            return List.copyOf(body);
        }
        if (!in.is(TokenKind.INDENT)) {
            throw in.indentation(
                    in.at,
                    "expected an indented block after "
                            + owner
                            + " on line "
                            + in.tokens.line(token));
        }
        in.at++;
        while (!in.is(TokenKind.DEDENT) && !in.is(TokenKind.END)) {
            statement(body);
        }
        in.expect(TokenKind.DEDENT);
        return List.copyOf(body);
    }

    private Statement conditional() {
        int start = in.at;
        String owner = in.is(TokenKind.IF) ? "'if' statement" : "'elif' statement";
        in.at++;
        Expression test = expressions.namedExpression();
        colon();
        List<Statement> body = block(owner, start);
        List<Statement> orelse;
        if (in.is(TokenKind.ELIF)) {
            in.deeper();
            orelse = List.of(conditional());
            in.shallower();
        } else {
            orelse = orelse();
        }
        return new Statement.If(test, body, orelse, in.blockSpan(start));
    }

    /// The block of an `else`, if there is one.
    List<Statement> orelse() {
        int start = in.at;
        if (!in.accept(TokenKind.ELSE)) {
            return List.of();
        }
        in.require(TokenKind.COLON);
        List<Statement> body = block("'else' statement", start);
        if (in.is(TokenKind.ELIF)) {
            throw in.fail(in.at, SyntaxCode.PLACE, "'elif' block follows an 'else' block");
        }
        return body;
    }

    private Statement loop() {
        int start = in.at++;
        Expression test = expressions.namedExpression();
        colon();
        List<Statement> body = block("'while' statement", start);
        List<Statement> orelse = orelse();
        return new Statement.While(test, body, orelse, in.blockSpan(start));
    }

    /// @param start `async` or `for`
    private Statement iteration(int start, boolean isAsync) {
        int token = in.at++;
        Expression target = expressions.targets.forTarget();
        Expression iter = expressions.starExpressions();
        colon();
        List<Statement> body = block("'for' statement", token);
        List<Statement> orelse = orelse();
        var span = in.blockSpan(start);
        return isAsync
                ? new Statement.AsyncFor(target, iter, body, orelse, span)
                : new Statement.For(target, iter, body, orelse, span);
    }

    private Statement asynchronous(List<Expression> decorators) {
        int start = in.at++;
        return switch (in.kind()) {
            case DEF -> function(start, decorators, true);
            case FOR -> iteration(start, true);
            case WITH -> with.statement(start, true);
            default -> throw in.invalid();
        };
    }

    private Statement decorated() {
        List<Expression> decorators = new ArrayList<>();
        while (in.accept(TokenKind.AT)) {
            decorators.add(expressions.namedExpression());
            in.expect(TokenKind.NEWLINE);
        }
        return switch (in.kind()) {
            case DEF -> function(in.at, List.copyOf(decorators), false);
            case CLASS -> type(List.copyOf(decorators));
            case ASYNC -> {
                if (in.peek(1) != TokenKind.DEF) {
                    throw in.invalid();
                }
                yield asynchronous(List.copyOf(decorators));
            }
            default -> throw in.invalid();
        };
    }

    private Statement function(int start, List<Expression> decorators, boolean isAsync) {
        int token = in.at++;
        String name = in.name();
        List<TypeParam> types = in.before(TokenKind.LEFT_PAREN, typeParameters::optional);
        in.require(TokenKind.LEFT_PAREN);
        Ast.Arguments parameters = expressions.parameters.ofFunction();
        in.expect(TokenKind.RIGHT_PAREN);
        Optional<Expression> returns = Optional.empty();
        if (in.is(TokenKind.ARROW)) {
            returns = result();
        }
        in.require(TokenKind.COLON);
        List<Statement> body = block("function definition", token);
        var span = in.blockSpan(start);
        return isAsync
                ? new Statement.AsyncFunctionDef(
                        name, parameters, body, decorators, returns, types, span)
                : new Statement.FunctionDef(
                        name, parameters, body, decorators, returns, types, span);
    }

    private Optional<Expression> result() {
        int arrow = in.at++;
        try {
            return Optional.of(expressions.expression());
        } catch (SyntaxFailure failure) {
            if (failure.isNamed()) {
                throw failure;
            }
            int end = expressions.prefix.end(arrow + 1, false);
            throw in.fail(end < 0 ? arrow : end, SyntaxCode.INVALID, "expected ':'");
        }
    }

    private Statement type(List<Expression> decorators) {
        int start = in.at++;
        String name = in.name();
        List<TypeParam> types = typeParameters.optional();
        Calls.Arguments arguments = new Calls.Arguments(List.of(), List.of());
        if (in.is(TokenKind.LEFT_PAREN)) {
            int open = in.at++;
            arguments = expressions.calls.ofClass(open);
            in.expect(TokenKind.RIGHT_PAREN);
        }
        colon();
        List<Statement> body = block("class definition", start);
        return new Statement.ClassDef(
                name,
                arguments.args(),
                arguments.keywords(),
                body,
                decorators,
                types,
                in.blockSpan(start));
    }
}
