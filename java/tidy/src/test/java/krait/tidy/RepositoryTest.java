package krait.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<SourceFile> java = files.stream().filter(SourceFile::isJava).toList();
        Map<String, Rule> rules = new LinkedHashMap<>(TextRules.all());
        rules.put("methods fit a screen", javaOnly(JavaRules::methodLength));
        rules.put("types are named for what they are", javaOnly(JavaRules::typeNames));
        rules.put(
                "a closed set has no default",
                javaOnly(JavaRules.noDefaultOverClosedSet(JavaRules.membersOfClosedSets(java))));
        rules.put(
                "links lead somewhere",
                Documents.linksResolve(repository::exists, path -> repository.file(path).text()));
        rules.put(
                "dependencies are listed",
                Documents.dependenciesAreListed(repository.file("docs/dependencies.md").text()));
        return rules.entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getKey(), () -> check(rule.getKey(), rule.getValue())));
    }

    private static Rule javaOnly(Rule rule) {
        return file -> file.isJava() ? rule.check(file) : List.of();
    }

    private void check(String name, Rule rule) {
        assertThat(files.stream().flatMap(file -> rule.check(file).stream())).as(name).isEmpty();
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
