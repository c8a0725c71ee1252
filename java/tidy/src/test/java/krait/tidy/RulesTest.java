package krait.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule finds a bad sample and leaves a good one alone.
final class RulesTest {
    /// The samples hold a tilde, as whole they would be found in this very file.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing is unfinished    | a.md                   | TO~DO: later
                    nothing is unfinished    | krait                  | # FIX~ME
                    tests wait for conditions| r/src/test/java/A.java | Thread.sl~eep(10);
                    tests wait for conditions| r/src/test/java/A.java | TimeUnit.SECONDS.sl~eep(1);
                    tests wait for conditions| e2e/test_a.py          | time.sl~eep(1)
                    no path of a machine     | a.toml                 | folder = /ro~ot/krait
                    no path of a machine     | docs/a.md              | cd /ho~me/ada/krait
                    no path of a machine     | a.py                   | see '/wo~rk/main'
                    no address of a registry | pom.xml                | https://repo1.ma~ven.org/x
                    no address of a registry | a.txt                  | https://a.example/si~mple/
                    fakes instead of mocks   | pom.xml                | <artifactId>mock~ito-core
                    fakes instead of mocks   | t/test_a.py            | from unittest import mo~ck
                    """)
    void badLineIsFound(String rule, String path, String sample) {
        assertThat(text(rule, path, "first line\n" + sample.replace("~", "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing is unfinished    | a.md                       | todos are a list
                    tests wait for conditions| r/src/main/java/A.java     | Thread.sl~eep(10);
                    tests wait for conditions| r/src/test/java/Await.java | Thread.sl~eep(10);
                    tests wait for conditions| e2e/waiting.py             | time.sl~eep(1)
                    no path of a machine     | a.md                       | /work and ~/work/x
                    no path of a machine     | a.md                       | https://a.example/work/x
                    no address of a registry | pom.xml                    | http://a.example/POM/4.0
                    fakes instead of mocks   | a.md                       | no mocks
                    """)
    void goodLineIsLeftAlone(String rule, String path, String sample) {
        assertThat(text(rule, path, sample.replace("sl~eep", "sleep"))).isEmpty();
    }

    @Test
    void sleepInTheSourceOfAnApplicationIsLeftAlone() {
        String source =
                """
                # it's not time.sleep(1)
                A = \"""
                time.sleep(2)
                it's
                \"""
                B = ['time.sleep(3)', "\\"time.sleep(4)"]
                time.sleep(5)
                """;
        assertThat(text("tests wait for conditions", "e2e/test_a.py", source))
                .extracting(Finding::line)
                .containsExactly(7);
    }

    @Test
    void longFileAndLongLineAreFound() {
        String lines = "x\n".repeat(TextRules.FILE_LINES_MAX);
        assertThat(text("files are short", "A.java", lines)).isEmpty();
        assertThat(text("files are short", "A.java", lines + "x\n")).hasSize(1);
        assertThat(text("files are short", "a.json", lines + "x\n")).isEmpty();
        String line = "é".repeat(TextRules.LINE_COLUMNS_MAX);
        assertThat(text("lines are short", "a.py", line)).isEmpty();
        assertThat(text("lines are short", "a.py", line + "é")).hasSize(1);
    }

    @Test
    void longMethodIsFound() {
        String body = "int a;\n".repeat(JavaRules.METHOD_LINES_MAX - 2);
        String table = "@Table(" + "\n".repeat(JavaRules.METHOD_LINES_MAX) + ")";
        String annotated = "class A {" + table + " void f() {\n" + body + "}\n}";
        assertThat(JavaRules.methodLength(java(annotated))).isEmpty();
        assertThat(JavaRules.methodLength(java("class A {\nvoid f() {\n" + body + "\n}\n}")))
                .containsExactly(new Finding("A.java", 2, "f has 71 lines"));
    }

    @Test
    void emptyTypeNameIsFound() {
        assertThat(JavaRules.typeNames(java("record Manager() { enum LaneHelper {} }"))).hasSize(2);
        assertThat(JavaRules.typeNames(java("class Implement { class Utilities {} }"))).isEmpty();
    }

    @Test
    void defaultOverClosedSetIsFound() {
        ParsedJava set =
                java(
                        """
                        sealed interface Shape {
                            record Dot() implements Shape {}
                            record Box<T>(T side) implements Shape {}
                        }
                        """);
        Set<String> members = JavaRules.membersOfClosedSets(List.of(set));
        assertThat(members).containsExactlyInAnyOrder("Dot", "Box");
        String dot = "int f(Shape s) { return switch (s) { case Shape.Dot d -> 1; %s -> 2; }; }";
        String box = "void f(Shape s) { switch (s) { case Box<?>(var side) -> g(); %s -> g(); } }";
        for (String method : List.of(dot, box)) {
            String closed = "class A { " + method.formatted("case Shape.Dot() ") + " }";
            String open = "class A { " + method.formatted("default") + " }";
            assertThat(JavaRules.defaultOverClosedSet(java(closed), members)).isEmpty();
            assertThat(JavaRules.defaultOverClosedSet(java(open), members)).hasSize(1);
        }
        String jdk = "import java.util.Box; class A { " + box.formatted("default") + " }";
        assertThat(JavaRules.defaultOverClosedSet(java(jdk), members)).isEmpty();
        String numbers = "class A { int f(int s) { return switch (s) { default -> 2; }; } }";
        assertThat(JavaRules.defaultOverClosedSet(java(numbers), members)).isEmpty();
    }

    @Test
    void linkThatLeadsNowhereIsFound() {
        Map<String, String> documents =
                Map.of("docs/a.md", "# The `krait` house, part 2\n", "README.md", "");
        Rule rule =
                Documents.linksResolve(
                        documents::containsKey, path -> documents.getOrDefault(path, ""));
        String good =
                """
                [a](a.md) [up](../README.md) [web](https://a.example/x) `[no](link.md)`
                [heading](a.md#the-krait-house-part-2)
                ```
                [code](nowhere.md)
                ```
                """;
        assertThat(rule.check(new SourceFile("docs/b.md", good))).isEmpty();
        String bad = "x\n[gone](gone.md)\n![image](../a.md)\n[heading](a.md#no-such)";
        assertThat(rule.check(new SourceFile("docs/b.md", bad)))
                .extracting(Finding::line)
                .containsExactly(2, 3, 4);
    }

    @Test
    void unlistedDependencyIsFound() {
        Rule rule = Documents.dependenciesAreListed("`picocli`, `Flask`");
        String pom =
                """
                <dependency><groupId>krait</groupId><artifactId>krait-base</artifactId></dependency>
                <dependency><groupId>p</groupId><artifactId>picocli</artifactId></dependency>
                <path><groupId>a</groupId><artifactId>processor</artifactId></path>
                <plugin><artifactId>maven-x-plugin</artifactId></plugin>
                """;
        assertThat(rule.check(new SourceFile("java/base/pom.xml", pom)))
                .extracting(Finding::what)
                .allMatch(what -> what.endsWith("processor") || what.endsWith("maven-x-plugin"))
                .hasSize(2);
        SourceFile pinned = new SourceFile("python/requirements-dev.txt", "flask==1\nruff==2\n");
        assertThat(rule.check(pinned))
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .endsWith("ruff");
    }

    private static ParsedJava java(String text) {
        return ParsedJava.of(List.of(new SourceFile("A.java", text))).getFirst();
    }

    private static List<Finding> text(String rule, String path, String text) {
        Rule found = TextRules.all().getOrDefault(rule, _ -> List.of());
        return found.check(new SourceFile(path, text));
    }
}
