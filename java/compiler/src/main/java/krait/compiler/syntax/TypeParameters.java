package krait.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Type parameters in square brackets (PEP 695, PEP 696).
final class TypeParameters {
    private final ExpressionParser expressions;
    private final Cursor in;

    TypeParameters(ExpressionParser expressions) {
        this.expressions = expressions;
        this.in = expressions.in;
    }

    /// Those at the place; none where no bracket opens.
    List<TypeParam> optional() {
        if (!in.accept(TokenKind.LEFT_BRACKET)) {
            return List.of();
        }
        if (in.is(TokenKind.RIGHT_BRACKET)) {
            throw in.failFrom(in.at, SyntaxCode.PARAMETERS, "Type parameter list cannot be empty");
        }
        List<TypeParam> parameters = new ArrayList<>();
        do {
            if (!parameters.isEmpty() && in.is(TokenKind.RIGHT_BRACKET)) {
                break;
            }
            parameters.add(parameter());
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RIGHT_BRACKET);
        return List.copyOf(parameters);
    }

    private TypeParam parameter() {
        int start = in.at;
        if (in.accept(TokenKind.STAR)) {
            String name = in.name();
            refuseBound("TypeVarTuple");
            Optional<Expression> value = Optional.empty();
            if (in.accept(TokenKind.EQUAL)) {
                value = Optional.of(expressions.starExpression());
            }
            return new TypeParam.TypeVarTuple(name, value, in.span(start));
        }
        if (in.accept(TokenKind.DOUBLE_STAR)) {
            String name = in.name();
            refuseBound("ParamSpec");
            Optional<Expression> value = value();
            return new TypeParam.ParamSpec(name, value, in.span(start));
        }
        String name = in.name();
        Optional<Expression> bound = Optional.empty();
        if (in.accept(TokenKind.COLON)) {
            bound = Optional.of(expressions.expression());
        }
        Optional<Expression> value = value();
        return new TypeParam.TypeVar(name, bound, value, in.span(start));
    }

    private Optional<Expression> value() {
        return in.accept(TokenKind.EQUAL)
                ? Optional.of(expressions.expression())
                : Optional.empty();
    }

    private void refuseBound(String kind) {
        if (in.is(TokenKind.COLON)) {
            int colon = in.at++;
            Expression bound = expressions.expression();
            String what = bound instanceof Expression.Tuple ? "constraints" : "bound";
            throw in.failFrom(colon, SyntaxCode.PARAMETERS, "cannot use " + what + " with " + kind);
        }
    }
}
