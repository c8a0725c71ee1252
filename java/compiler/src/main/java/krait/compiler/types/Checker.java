package krait.compiler.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.syntax.Ast;

/// From source to typed modules: parses a program and what it imports, resolves every name, types
/// every expression. A pure function of the sources.
public final class Checker {
    private Checker() {}

    /// Checks a program.
    ///
    /// @param name of the module, `__main__` for a program that is run
    /// @param finder of the program's other modules
    public static CheckResult check(String name, Source source, ModuleFinder finder) {
        Session session = new Session(finder);
        Optional<ModuleScope> main = session.library().add(name, source, Origin.COMPILED);
        List<Diagnostic> problems = new ArrayList<>();
        List<TypedModule> modules = new ArrayList<>();
        if (main.isPresent()) {
            List<ModuleScope> program = session.library().program();
            for (ModuleScope module : program) {
                modules.add(module(session, module));
            }
            session.runLater();
            if (program.stream().allMatch(m -> m.problems().count() == 0)) {
                session.lives().report();
                session.shared().report(); // types that are wrong would look as if they changed
            }
            program.forEach(m -> problems.addAll(m.problems().all()));
        }
        problems.addAll(session.library().syntaxErrors());
        return problems.isEmpty()
                ? new CheckResult.Checked(List.copyOf(modules))
                : new CheckResult.Refused(List.copyOf(problems));
    }

    private static TypedModule module(Session session, ModuleScope module) {
        Holes holes = session.holes();
        int before = module.problems().count();
        for (int i = 0; ; i++) {
            int widenings = holes.widenings();
            Scope scope = Scope.module(module);
            Body body =
                    new Body(
                            session,
                            module.typeNames(),
                            scope,
                            Optional.empty(),
                            variable -> false);
            List<TypedStatement> statements = body.statements().block(module.tree().body());
            boolean again = holes.anyOpen() || holes.widenings() != widenings;
            if (!again || i == Functions.PASSES) {
                if (body.flow().reachable()) {
                    module.end(body.flow().boundVariables());
                }
                body.runDeferred();
                return new TypedModule(
                        module.symbol(),
                        module.source(),
                        List.copyOf(module.imports()),
                        scope.locals(),
                        statements);
            }
            module.problems().rewind(before);
            boolean last = i == Functions.PASSES - 1;
            List<Ast> unknown = holes.settle(session.builtins().type("object"), last);
            Functions.report(unknown, module.tree().body(), module.problems());
            before = module.problems().count();
            module.forgetVariables();
            module.forgetCallPoints();
        }
    }
}
