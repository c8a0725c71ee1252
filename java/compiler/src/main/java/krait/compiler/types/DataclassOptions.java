package krait.compiler.types;

import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;

/// The arguments of `@dataclass(...)`.
record DataclassOptions(boolean eq, boolean order, boolean frozen, boolean kwOnly, boolean repr) {
    static final DataclassOptions STANDARD = new DataclassOptions(true, false, false, false, true);

    static DataclassOptions of(Expression.Call call) {
        return new DataclassOptions(
                flag(call, "eq", true),
                flag(call, "order", false),
                flag(call, "frozen", false),
                flag(call, "kw_only", false),
                flag(call, "repr", true));
    }

    private static boolean flag(Expression.Call call, String name, boolean otherwise) {
        for (Ast.Keyword keyword : call.keywords()) {
            if (keyword.arg().orElse("").equals(name)
                    && keyword.value() instanceof Expression.Constant c) {
                return c.value() == Literal.Singleton.TRUE;
            }
        }
        return otherwise;
    }
}
