package krait.compiler.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A program of `conformance/lang` or `conformance/programs`: a file, or a folder with a `main.py`.
///
/// @param name its path below `conformance`, without the suffix
record ConformanceProgram(String name, Path file) {
    private static final String MAIN = "main.py";
    private static final List<String> SUITES = List.of("lang", "programs");

    static Path folder() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("conformance"))) {
            at = Objects.requireNonNull(at.getParent(), "no folder conformance above this one");
        }
        return at.resolve("conformance");
    }

    static List<ConformanceProgram> all() throws IOException {
        List<ConformanceProgram> programs = new ArrayList<>();
        for (String suite : SUITES) {
            collect(folder().resolve(suite), programs);
        }
        return programs;
    }

    private static void collect(Path folder, List<ConformanceProgram> programs) throws IOException {
        Path main = folder.resolve(MAIN);
        if (Files.exists(main)) {
            programs.add(of(main));
            return;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isDirectory(child)) {
                    collect(child, programs);
                } else if (child.toString().endsWith(".py")) {
                    programs.add(of(child));
                }
            }
        }
    }

    private static ConformanceProgram of(Path file) {
        String path = folder().relativize(file).toString().replace('\\', '/');
        return new ConformanceProgram(path.substring(0, path.length() - ".py".length()), file);
    }

    /// All sources that it may consist of.
    List<Path> sources() throws IOException {
        if (!file.endsWith(MAIN)) {
            return List.of(file);
        }
        try (Stream<Path> files = Files.walk(file.getParent())) {
            return files.filter(each -> each.toString().endsWith(".py")).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
