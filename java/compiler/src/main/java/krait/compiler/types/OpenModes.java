package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Literal;

/// The literal `mode` of `open` says whether the file gives text or bytes.
final class OpenModes {
    private static final String TEXT = "TextIOWrapper";

    private OpenModes() {}

    /// Whether an overload is the one for the mode of a call; of any other function all are.
    static boolean fits(FunctionSymbol function, List<Calls.Actual> actuals) {
        if (function.origin() != Origin.NATIVE || !function.name().equals("open")) {
            return true;
        }
        Optional<String> mode = mode(function, actuals);
        boolean text =
                function.result() instanceof Type.NominalType n && n.symbol().name().equals(TEXT);
        return mode.isPresent() && mode.orElseThrow().contains("b") != text;
    }

    /// The mode; none when it is no literal.
    private static Optional<String> mode(FunctionSymbol function, List<Calls.Actual> actuals) {
        int place = 0;
        while (!function.parameters().get(place).name().equals("mode")) {
            place++;
        }
        Optional<Expression> written = Optional.empty();
        for (int i = 0; i < actuals.size(); i++) {
            Calls.Actual actual = actuals.get(i);
            boolean named = actual.keyword().equals(Optional.of("mode"));
            if (named || (actual.keyword().isEmpty() && i == place)) {
                written = actual.written();
            }
        }
        if (written.isEmpty()) {
            return Optional.of("r");
        }
        return written.orElseThrow() instanceof Expression.Constant constant
                        && constant.value() instanceof Literal.Str text
                ? Optional.of(text.text())
                : Optional.empty();
    }
}
