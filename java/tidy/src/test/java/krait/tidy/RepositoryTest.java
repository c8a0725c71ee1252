package krait.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every tracked file keeps to every rule.
final class RepositoryTest {
    private final Repository repository = Repository.here();
    private final List<SourceFile> files = repository.files();

    RepositoryTest() throws Exception {}

    @TestFactory
    Stream<DynamicTest> filesKeepTo() {
        Map<String, Rule> rules = new LinkedHashMap<>(TextRules.all());
        rules.put(
                "links lead somewhere",
                Documents.linksResolve(repository::exists, path -> repository.file(path).text()));
        rules.put(
                "dependencies are listed",
                Documents.dependenciesAreListed(repository.file("docs/dependencies.md").text()));
        return rules.entrySet().stream()
                .map(rule -> test(rule.getKey(), files, rule.getValue()::check));
    }

    @TestFactory
    Stream<DynamicTest> javaKeepsTo() {
        List<ParsedJava> java = ParsedJava.of(files.stream().filter(SourceFile::isJava).toList());
        Set<String> members = JavaRules.membersOfClosedSets(java);
        return Stream.of(
                test("methods fit a screen", java, JavaRules::methodLength),
                test("types are named for what they are", java, JavaRules::typeNames),
                test(
                        "a closed set has no default",
                        java,
                        file -> JavaRules.defaultOverClosedSet(file, members)));
    }

    private static <F> DynamicTest test(
            String name, List<F> files, Function<F, List<Finding>> rule) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        assertThat(files.stream().flatMap(file -> rule.apply(file).stream()))
                                .as(name)
                                .isEmpty());
    }

    @Test
    void everyRoomIsANullMarkedModule() {
        for (String room : Architecture.ALLOWED.keySet()) {
            String path = "java/" + room + "/src/main/java/module-info.java";
            assertThat(repository.paths()).contains(path);
            assertThat(repository.file(path).text())
                    .contains("@NullMarked\nmodule krait." + room + " {");
        }
    }

    @Test
    void everyRoomOfTheBuildHasItsArrows() {
        assertThat(repository.paths().stream().filter(path -> path.matches("java/\\w+/pom.xml")))
                .allSatisfy(path -> {
                    String room = path.replaceAll("^java/|/pom.xml$", "");
                    assertThat(Architecture.ALLOWED.containsKey(room))
                            .as(room)
                            .isNotEqualTo(room.equals("tidy"));
                });
    }

    @Test
    void trackedFilesAreFound() {
        assertThat(files).extracting(SourceFile::path).contains("krait", "java/tidy/pom.xml");
        assertThat(repository.paths()).noneMatch(path -> path.contains("/target/"));
    }
}
