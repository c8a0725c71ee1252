package krait.cli.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import krait.base.Blame;
import krait.base.Nearest;
import krait.base.Problem;
import krait.cli.command.Context;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.DiagnosticCode;
import krait.compiler.diagnostics.Paint;
import krait.compiler.explain.Explanation;
import krait.compiler.explain.Explanations;
import krait.compiler.program.Compiler;

/// Checks typed programs, each for itself, and reports all that is found at once.
final class ProgramCheck {
    private ProgramCheck() {}

    /// Checks them.
    ///
    /// @return the exit code
    static int run(ProgramArguments arguments, Context context) {
        if (!arguments.explain().isEmpty()) {
            context.out().print(explanation(arguments.explain()));
            return 0;
        }
        List<Path> files = new ArrayList<>();
        for (String path : arguments.paths()) {
            files.addAll(files(path, context.folder().resolve(path)));
        }
        List<Diagnostic> found = check(files);
        if (arguments.json()) {
            context.out().println(JsonReport.of(context.folder(), files.size(), found));
        } else {
            context.out().print(text(context, files.size(), found));
        }
        return found.isEmpty() ? 0 : Blame.USER.exitCode();
    }

    private static String explanation(String code) {
        return Explanations.of(code)
                .map(Explanation::render)
                .orElseThrow(() -> {
                    List<String> codes =
                            Explanations.codes().stream().map(DiagnosticCode::code).toList();
                    String nearest = Nearest.to(code, codes);
                    return Problem.of("unknown-code", Blame.USER, "there is no code " + code)
                            .at("--explain")
                            .remedy(
                                    (nearest.isEmpty() ? "" : "did you mean " + nearest + "? ")
                                            + "docs/reference/diagnostics.md lists all codes")
                            .exception();
                });
    }

    private static List<Path> files(String written, Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw Problem.of("no-program", Blame.USER, "there is no such file")
                    .at(written)
                    .remedy("name a Python file, or a folder of them")
                    .exception();
        }
        try {
            List<Path> files = new ArrayList<>();
            Files.walkFileTree(path, new PythonFiles(path, files));
            Collections.sort(files);
            if (files.isEmpty()) {
                throw Problem.of("no-program", Blame.USER, "there is no Python file in the folder")
                        .at(written)
                        .remedy("name a Python file, or a folder of them")
                        .exception();
            }
            return files;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// Leaves out hidden folders and virtual environments.
    private static final class PythonFiles extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> into;

        PythonFiles(Path top, List<Path> into) {
            this.top = top;
            this.into = into;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                    !folder.equals(top)
                            && (folder.getFileName().toString().startsWith(".")
                                    || Files.isRegularFile(folder.resolve("pyvenv.cfg")));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith(".py")) {
                into.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /// What is found in a module that several programs import is told once.
    private static List<Diagnostic> check(List<Path> files) {
        List<Diagnostic> found = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Path file : files) {
            try {
                for (Diagnostic each : Compiler.check(file)) {
                    if (told.add(each.render())) {
                        found.add(each);
                    }
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return found;
    }

    private static RuntimeException unreadable(Path file, IOException e) {
        return Problem.of("program-unreadable", Blame.USER, "the program can't be read")
                .at(file.toString())
                .remedy(String.valueOf(e.getMessage()))
                .exception();
    }

    private static String text(Context context, int files, List<Diagnostic> found) {
        boolean plain =
                !context.terminal()
                        || !context.environment().getOrDefault("NO_COLOR", "").isEmpty()
                        || "dumb".equals(context.environment().get("TERM"));
        StringBuilder out = new StringBuilder();
        for (Diagnostic each : found) {
            String name = shown(context.folder(), each.source().name());
            out.append(each.render(name, plain ? Paint.PLAIN : Paint.COLOURED)).append('\n');
        }
        long bad = found.stream().map(each -> each.source().name()).distinct().count();
        out.append(
                found.isEmpty()
                        ? "krait: check passed: " + count(files, "file")
                        : "krait: " + count(found.size(), "error") + " in " + count(bad, "file"));
        return out.append('\n').toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /// A file's name from the current folder, where it is below it.
    static String shown(Path folder, String name) {
        Path path = Path.of(name);
        return path.startsWith(folder) ? folder.relativize(path).toString() : name;
    }
}
