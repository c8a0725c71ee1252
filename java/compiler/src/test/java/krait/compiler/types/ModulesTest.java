package krait.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import org.junit.jupiter.api.Test;

/// Programs of several modules.
class ModulesTest {

    /// @param modules their sources by file, such as `shapes/__init__.py`
    private static CheckResult check(String main, Map<String, String> modules) {
        return Checker.check(
                "__main__",
                Source.of("main.py", main),
                name -> {
                    String path = name.replace('.', '/');
                    for (String file : List.of(path + "/__init__.py", path + ".py")) {
                        if (modules.containsKey(file)) {
                            return Optional.of(Source.of(file, modules.get(file)));
                        }
                    }
                    return Optional.empty();
                });
    }

    private static List<TypedModule> accepted(String main, Map<String, String> modules) {
        CheckResult result = check(main, modules);
        assertThat(result).isInstanceOf(CheckResult.Checked.class);
        return ((CheckResult.Checked) result).modules();
    }

    private static List<String> refused(String main, Map<String, String> modules) {
        CheckResult result = check(main, modules);
        assertThat(result).isInstanceOf(CheckResult.Refused.class);
        return ((CheckResult.Refused) result)
                .diagnostics().stream().map(Diagnostic::code).distinct().toList();
    }

    @Test
    void modulesComeBehindThoseThatTheyImport() {
        List<TypedModule> modules =
                accepted(
                        "import a\nimport b\n",
                        Map.of("a.py", "import b\nx = b.y\n", "b.py", "y = 1\n"));
        assertThat(modules)
                .extracting(m -> m.symbol().name())
                .containsExactly("b", "a", "__main__");
    }

    @Test
    void packagesRunBeforeTheirModules() {
        List<TypedModule> modules =
                accepted("from p.q import x\n", Map.of("p/__init__.py", "", "p/q.py", "x = 1\n"));
        assertThat(modules.getLast().body())
                .filteredOn(TypedStatement.Import.class::isInstance)
                .extracting(s -> ((TypedStatement.Import) s).module().name())
                .containsExactly("p", "p.q");
    }

    @Test
    void importedVariableIsCopied() {
        List<TypedModule> modules =
                accepted("from a import x as y\nprint(y)\n", Map.of("a.py", "x = 1\n"));
        assertThat(modules.getLast().symbol().global("y")).isPresent();
        assertThat(modules.getLast().body().get(1)).isInstanceOf(TypedStatement.Assign.class);
    }

    @Test
    void relativeImportBeginsAtThePackage() {
        accepted(
                "import p.q.r\nprint(p.q.r.z)\n",
                Map.of(
                        "p/__init__.py", "x = 1\n",
                        "p/q/__init__.py", "from .. import x\nfrom .s import y\n",
                        "p/q/s.py", "y = 2\n",
                        "p/q/r.py", "from . import y\nz = y + 1\n"));
    }

    @Test
    void relativeImportInTheProgramIsRefused() {
        assertThat(refused("from . import a\n", Map.of("a.py", ""))).containsExactly("KR204");
    }

    @Test
    void submoduleThatNobodyImportedIsRefused() {
        assertThat(
                        refused(
                                "import p\nprint(p.q.x)\n",
                                Map.of("p/__init__.py", "", "p/q.py", "x = 1\n")))
                .containsExactly("KR205");
    }

    @Test
    void modulesThatImportEachOtherAreRefused() {
        assertThat(refused("import a\n", Map.of("a.py", "import b\n", "b.py", "import a\n")))
                .containsExactly("KR208");
    }

    @Test
    void importsForTypesAloneMayGoInACircle() {
        accepted(
                "import a\n",
                Map.of(
                        "a.py",
                        "from b import B\nclass A:\n    def b(self) -> B:\n        return B()\n",
                        "b.py",
                        """
                        from typing import TYPE_CHECKING
                        if TYPE_CHECKING:
                            from a import A
                        class B:
                            def f(self, a: "A") -> None:
                                a.b()
                        """));
    }

    @Test
    void moduleNamedAsOneOfTheLibraryIsRefused() {
        assertThat(refused("import sys\n", Map.of("sys.py", "x = 1\n"))).containsExactly("KR204");
    }

    @Test
    void variableThatMayHaveNoValueIsNotImported() {
        String a = "def f() -> bool:\n    return True\nif f():\n    x = 1\n";
        assertThat(refused("from a import x\n", Map.of("a.py", a))).containsExactly("KR202");
        assertThat(refused("import a\nprint(a.x)\n", Map.of("a.py", a))).containsExactly("KR202");
    }

    @Test
    void importFurtherDownIsRefusedBeforeIt() {
        assertThat(refused("print(a.x)\nimport a\n", Map.of("a.py", "x = 1\n")))
                .containsExactly("KR202");
    }

    @Test
    void importInsideOfAFunctionIsRefused() {
        assertThat(refused("def f() -> None:\n    import a\n", Map.of("a.py", "")))
                .containsExactly("KR501");
    }

    @Test
    void codeForTheProgramAloneIsLeftOutOfAModule() {
        List<TypedModule> modules =
                accepted(
                        "import a\n",
                        Map.of("a.py", "if __name__ == \"__main__\":\n    print(1)\n"));
        TypedStatement.If test = (TypedStatement.If) modules.getFirst().body().getFirst();
        assertThat(test.body()).isEmpty();
    }
}
