package krait.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which room may use which, for the packages below one root.
///
/// @param root `krait` for the house
record Architecture(String root) {
    /// The arrows of ARCHITECTURE.md.
    static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "base", Set.of(),
                    "wire", Set.of("base"),
                    "http", Set.of("base"),
                    "workers", Set.of("wire", "base"),
                    "compiler", Set.of("base", "runtime"),
                    "runtime", Set.of(),
                    "server", Set.of("http", "workers", "compiler", "wire", "runtime", "base"),
                    "cli", Set.of("server", "compiler", "runtime", "base"));

    /// All rules by name.
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ALLOWED.forEach((room, allowed) -> rules.put(room + " uses " + allowed, arrows(room)));
        rules.put("base needs the JDK alone", needsTheJdkAlone("base"));
        rules.put("runtime needs the JDK alone", needsTheJdkAlone("runtime"));
        rules.put("no cycles between packages", noCycles());
        rules.put("only cli ends the process", onlyCliEndsTheProcess());
        return rules;
    }

    private String packagesOf(String room) {
        return root + "." + room + "..";
    }

    ArchRule arrows(String room) {
        Set<String> allowed = ALLOWED.getOrDefault(room, Set.of());
        String[] others =
                ALLOWED.keySet().stream()
                        .filter(other -> !other.equals(room) && !allowed.contains(other))
                        .map(this::packagesOf)
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(packagesOf(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    ArchRule needsTheJdkAlone(String room) {
        return classes()
                .that()
                .resideInAPackage(packagesOf(room))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packagesOf(room), "java..", "org.jspecify.."))
                .allowEmptyShould(true);
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule onlyCliEndsTheProcess() {
        return noClasses()
                .that(not(resideInAPackage(packagesOf("cli"))))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .allowEmptyShould(true);
    }
}
