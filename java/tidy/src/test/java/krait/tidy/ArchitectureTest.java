package krait.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house keeps to its architecture, and the rules find a house that doesn't.
final class ArchitectureTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("krait");
    private static final JavaClasses SAMPLE =
            new ClassFileImporter().importPackages("krait.tidy.sample");

    private final Architecture sample = new Architecture("krait.tidy.sample");

    @TestFactory
    Stream<DynamicTest> houseKeepsTo() {
        return new Architecture("krait")
                .rules().entrySet().stream()
                        .map(rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void everyRoomIsLookedAt() {
        assertThat(Architecture.ALLOWED.keySet())
                .allSatisfy(room ->
                        assertThat(HOUSE)
                                .as(room)
                                .anyMatch(
                                        type -> type.getPackageName().startsWith("krait." + room)));
    }

    @Test
    void siblingUsingSiblingIsFound() {
        assertThat(violations(sample.arrows("http"))).anyMatch(text -> text.contains("Lane"));
        assertThat(violations(sample.arrows("workers"))).isEmpty();
    }

    @Test
    void libraryInBaseIsFound() {
        assertThat(violations(sample.needsTheJdkAlone("base")))
                .anyMatch(text -> text.contains("ArchRule"));
    }

    @Test
    void cycleIsFound() {
        assertThat(violations(sample.noCycles())).anyMatch(text -> text.contains("Cycle"));
    }

    @Test
    void endOfTheProcessOutsideCliIsFound() {
        assertThat(violations(sample.onlyCliEndsTheProcess()))
                .anyMatch(text -> text.contains("Edge.end"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(SAMPLE).getFailureReport().getDetails();
    }
}
