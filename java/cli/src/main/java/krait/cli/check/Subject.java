package krait.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import krait.compiler.diagnostics.Source;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ParseResult;
import krait.compiler.syntax.Parser;
import krait.compiler.syntax.Statement;

/// Whether a command line is about typed programs or about an application: both are Python files
/// and folders. A file that binds one of the names that `krait serve` looks for is an application.
final class Subject {
    private static final Set<String> APPLICATIONS =
            Set.of("application", "app", "create_app", "make_app");
    private static final List<String> FRAMEWORKS =
            List.of("krait.toml", "wsgi.py", "asgi.py", "manage.py");
    private static final List<String> MAINS = List.of("app.py", "app/__init__.py", "main.py");

    private Subject() {}

    static boolean isPrograms(List<String> arguments, Path folder) {
        if (arguments.stream().anyMatch(ProgramArguments::isOwn)) {
            return true;
        }
        boolean paths =
                !arguments.isEmpty()
                        && arguments.stream().allMatch(each -> isPythonPath(folder.resolve(each)));
        return paths
                && (arguments.size() > 1 || !isApplication(folder.resolve(arguments.getFirst())));
    }

    private static boolean isPythonPath(Path path) {
        return Files.isDirectory(path)
                || (path.toString().endsWith(".py") && Files.isRegularFile(path));
    }

    private static boolean isApplication(Path path) {
        return Files.isDirectory(path)
                ? FRAMEWORKS.stream().anyMatch(name -> Files.isRegularFile(path.resolve(name)))
                        || MAINS.stream().anyMatch(name -> bindsApplication(path.resolve(name)))
                : bindsApplication(path);
    }

    private static boolean bindsApplication(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            Source source = Source.of(file.toString(), Files.readAllBytes(file));
            return Parser.parse(source) instanceof ParseResult.Parsed(Ast.Module module)
                    && module.body().stream().anyMatch(Subject::binds);
        } catch (IOException e) {
            return true; // the loader of applications says what is wrong with it
        }
    }

    private static boolean binds(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef s -> APPLICATIONS.contains(s.name());
            case Statement.AsyncFunctionDef s -> APPLICATIONS.contains(s.name());
            case Statement.ClassDef s -> APPLICATIONS.contains(s.name());
            case Statement.Assign s -> s.targets().stream().anyMatch(Subject::isName);
            case Statement.AnnAssign s -> isName(s.target());
            case Statement.ImportFrom s -> s.names().stream().anyMatch(Subject::isName);
            case Statement other -> false;
        };
    }

    private static boolean isName(Expression target) {
        return target instanceof Expression.Name(String id, var _, var _)
                && APPLICATIONS.contains(id);
    }

    private static boolean isName(Ast.Alias alias) {
        return APPLICATIONS.contains(alias.asname().orElse(alias.name()));
    }
}
