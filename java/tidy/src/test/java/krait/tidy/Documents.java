package krait.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules about what the documents promise: links that lead somewhere, every dependency explained.
final class Documents {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(<?([^)>\\s]+)>?\\)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~)");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");
    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<(dependency|path|plugin)>\\s*(?:<groupId>([^<]+)</groupId>\\s*)?"
                            + "<artifactId>([^<]+)</artifactId>");
    private static final Pattern REQUIREMENT = Pattern.compile("^([\\w.-]+)==", Pattern.MULTILINE);

    private Documents() {}

    /// Links between files of the repository lead to a file, and to a heading where they name one.
    ///
    /// @param exists whether a path is there
    /// @param read the text of a path
    static Rule linksResolve(Predicate<String> exists, Function<String, String> read) {
        return file -> {
            List<Finding> findings = new ArrayList<>();
            if (!file.path().endsWith(".md")) {
                return findings;
            }
            boolean code = false;
            int number = 0;
            for (String line : file.lines()) {
                number++;
                if (FENCE.matcher(line).find()) {
                    code = !code;
                }
                var links = LINK.matcher(code ? "" : INLINE_CODE.matcher(line).replaceAll(""));
                while (links.find()) {
                    String link = links.group(1);
                    if (!link.matches("[a-z]+:.*") && !leads(file, link, exists, read)) {
                        findings.add(new Finding(file.path(), number, "leads nowhere: " + link));
                    }
                }
            }
            return findings;
        };
    }

    private static boolean leads(
            SourceFile file, String link, Predicate<String> exists, Function<String, String> read) {
        int hash = link.indexOf('#');
        String target = hash < 0 ? link : link.substring(0, hash);
        String path =
                target.isEmpty()
                        ? file.path()
                        : Path.of(file.path()).resolveSibling(target).normalize().toString();
        if (!exists.test(path)) {
            return false;
        }
        return hash < 0
                || !path.endsWith(".md")
                || anchors(read.apply(path)).contains(link.substring(hash + 1));
    }

    /// The anchors of a document's headings, by the rule of the forges: lower case, no punctuation,
    /// hyphens for spaces.
    static Set<String> anchors(String document) {
        return document.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /// Every library, annotation processor, build plugin and pinned Python package of the file has
    /// its line in the list.
    static Rule dependenciesAreListed(String list) {
        Set<String> listed =
                Pattern.compile("`([^`]+)`")
                        .matcher(list)
                        .results()
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return file -> {
            List<Finding> findings = new ArrayList<>();
            for (String name : dependencies(file)) {
                if (!listed.contains(name.toLowerCase(Locale.ROOT))) {
                    findings.add(
                            new Finding(file.path(), 1, "not in docs/dependencies.md: " + name));
                }
            }
            return findings;
        };
    }

    private static List<String> dependencies(SourceFile file) {
        if (file.name().equals("pom.xml")) {
            return DEPENDENCY
                    .matcher(file.text())
                    .results()
                    .filter(found -> !"krait".equals(found.group(2)))
                    .map(found -> found.group(3))
                    .distinct()
                    .toList();
        }
        if (file.path().matches("python/requirements[\\w-]*\\.txt")) {
            return REQUIREMENT.matcher(file.text()).results().map(r -> r.group(1)).toList();
        }
        return List.of();
    }
}
