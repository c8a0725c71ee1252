package krait.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.Test;

/// Which reads are proven to find a value, and which are checked at run time.
class BoundNamesTest {

    private static List<TypedStatement> accepted(String text) {
        CheckResult result =
                Checker.check("__main__", Source.of("test.py", text), module -> Optional.empty());
        assertThat(result).isInstanceOf(CheckResult.Checked.class);
        return ((CheckResult.Checked) result).modules().getLast().body();
    }

    private static TypedExpression result(FunctionBody function) {
        return ((TypedStatement.Return) function.body().getLast()).value().orElseThrow();
    }

    private static FunctionBody function(TypedStatement statement) {
        return ((TypedStatement.FunctionDefinition) statement).function();
    }

    private static boolean checked(TypedExpression read) {
        return ((TypedExpression.VariableRead) read).mayBeUnbound();
    }

    @Test
    void globalIsCheckedInAFunctionThatIsCalledBeforeItsAssignment() {
        List<TypedStatement> body =
                accepted("def f() -> int:\n    return late\nprint(f())\nlate = 1\n");
        assertThat(checked(result(function(body.getFirst())))).isTrue();
    }

    @Test
    void globalIsNotCheckedWhenItsAssignmentComesBeforeTheFirstCall() {
        List<TypedStatement> body =
                accepted("def f() -> int:\n    return early\nearly = 1\nprint(f())\n");
        assertThat(checked(result(function(body.getFirst())))).isFalse();
    }

    @Test
    void deletedGlobalIsCheckedInFunctions() {
        List<TypedStatement> body =
                accepted("x = 1\ndef f() -> int:\n    return x\nprint(f())\ndel x\n");
        assertThat(checked(result(function(body.get(1))))).isTrue();
    }

    @Test
    void callOfAFunctionThatMayNotBeDefinedYetIsGuarded() {
        List<TypedStatement> body =
                accepted(
                        """
                        def f() -> int:
                            return g()
                        def start() -> int:
                            return f()
                        print(start())
                        def g() -> int:
                            return 1
                        """);
        assertThat(result(function(body.getFirst()))).isInstanceOf(TypedExpression.Block.class);
    }

    @Test
    void variableThatIsCapturedBeforeItsAssignmentIsCheckedAndLivesInACell() {
        List<TypedStatement> body =
                accepted(
                        """
                        def outer() -> int:
                            def inner() -> int:
                                return x
                            x = 1
                            return inner()
                        """);
        FunctionBody inner = function(function(body.getFirst()).body().getFirst());
        assertThat(checked(result(inner))).isTrue();
        assertThat(inner.captures()).singleElement().matches(Variable::cell);
    }

    @Test
    void loopVariableThatALambdaCapturesLivesInACell() {
        List<TypedStatement> body =
                accepted(
                        """
                        def make() -> list[int]:
                            fs = [lambda: i for i in range(3)]
                            return [f() for f in fs]
                        """);
        TypedStatement.Assign first =
                (TypedStatement.Assign) function(body.getFirst()).body().getFirst();
        TypedExpression.Comprehension made = (TypedExpression.Comprehension) first.value();
        TypedExpression.Lambda lambda = (TypedExpression.Lambda) made.element();
        assertThat(lambda.function().captures()).singleElement().matches(Variable::cell);
    }

    @Test
    void walrusInAComprehensionAssignsInTheFunctionAround() {
        List<TypedStatement> body =
                accepted(
                        """
                        def last(xs: list[int]) -> int:
                            ys = [y := x for x in xs]
                            return y + len(ys)
                        """);
        FunctionBody last = function(body.getFirst());
        assertThat(last.locals()).anyMatch(v -> v.name().equals("y"));
    }

    @Test
    void classVariableIsSeenInTheBodyOfItsClass() {
        List<TypedStatement> body =
                accepted("class A:\n    first = 1\n    second = first + 1\nprint(A.second)\n");
        TypedClass a = ((TypedStatement.ClassDefinition) body.getFirst()).definition();
        TypedExpression sum = ((TypedStatement.Assign) a.body().get(1)).value();
        assertThat(((TypedExpression.IntArithmetic) sum).left())
                .isInstanceOf(TypedExpression.ClassVariableRead.class);
    }
}
