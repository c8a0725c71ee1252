package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;
import krait.compiler.syntax.UnaryOperator;
import krait.compiler.types.Type.NominalType;

/// Whether what a class defines can stand for what its base classes define.
final class Overrides {
    private final Body body;

    Overrides(Body body) {
        this.body = body;
    }

    void check(ClassSymbol symbol, Statement.ClassDef def) {
        NominalType self = NominalType.open(symbol);
        for (Statement statement : def.body()) {
            if (statement instanceof Statement.FunctionDef f
                    && !symbol.ownMethods(f.name()).isEmpty()) {
                FunctionSymbol method = symbol.ownMethods(f.name()).getFirst();
                SpecialMethods.check(method, f, body.problems());
                if (SpecialMethods.isPrivate(f.name())) {
                    continue;
                }
                for (NominalType base : body.members().ancestors(self)) {
                    if (base.symbol() != symbol) {
                        method(method, f, base);
                    }
                }
            }
        }
    }

    private void method(FunctionSymbol method, Statement.FunctionDef f, NominalType base) {
        if (base.symbol().ownField(f.name()).isPresent()
                && !base.symbol().is(ClassSymbol.Flag.PROTOCOL)) {
            report(f, base, "is a field in");
            return;
        }
        if (f.name().equals("__init__") || base.symbol().ownMethods(f.name()).isEmpty()) {
            return;
        }
        FunctionSymbol overridden = base.symbol().ownMethods(f.name()).getFirst();
        boolean fits =
                body.members().fits(method, Substitution.NONE, overridden, seen(base, method));
        if (!fits) {
            report(f, base, "doesn't take or return what it does in");
        } else if (overridden.origin() == Origin.COMPILED) {
            parameters(method, overridden, f, base);
        }
    }

    /// What the names of types in a base class mean in the class of a method.
    private static Substitution seen(NominalType base, FunctionSymbol method) {
        Substitution known = Substitution.of(base);
        return base.symbol()
                .self()
                .map(self -> known.with(self, NominalType.open(method.owner().orElseThrow())))
                .orElse(known);
    }

    private void report(Statement.FunctionDef f, NominalType base, String what) {
        body.problems()
                .report(
                        TypeCode.OVERRIDE,
                        Spans.name(f),
                        "'" + f.name() + "' " + what + " " + base.symbol().name());
    }

    /// Calls by keyword, and calls that leave arguments out, mean the same in both.
    private void parameters(
            FunctionSymbol method,
            FunctionSymbol overridden,
            Statement.FunctionDef f,
            NominalType base) {
        List<Parameter> have = method.parameters();
        List<Parameter> want = overridden.parameters();
        boolean byPosition =
                SpecialMethods.isSpecial(f.name()) || base.symbol().is(ClassSymbol.Flag.PROTOCOL);
        for (int i = 0; i < want.size() && i < have.size(); i++) {
            boolean named =
                    byPosition
                            || want.get(i).kind() == Parameter.Kind.POSITIONAL_ONLY
                            || want.get(i).name().equals(have.get(i).name());
            if (!named || want.get(i).kind() != have.get(i).kind()) {
                report(f, base, "has other names of parameters than in");
                return;
            }
            if (!sameDefault(want.get(i).defaultValue(), have.get(i).defaultValue())) {
                report(f, base, "has other defaults than in");
                return;
            }
        }
    }

    private static boolean sameDefault(Optional<Expression> base, Optional<Expression> own) {
        return base.isEmpty() || (own.isPresent() && same(base.get(), own.get()));
    }

    private static boolean same(Expression a, Expression b) {
        if (a instanceof Expression.UnaryOp x && b instanceof Expression.UnaryOp y) {
            return x.op() == UnaryOperator.U_SUB
                    && y.op() == UnaryOperator.U_SUB
                    && same(x.operand(), y.operand());
        }
        return a instanceof Expression.Constant x
                && b instanceof Expression.Constant y
                && x.value().equals(y.value());
    }
}
