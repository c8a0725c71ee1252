package krait.compiler.types;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Statement;

/// Import statements where they run: the modules of the program, then the names.
final class Imports {
    private final Body body;

    Imports(Body body) {
        this.body = body;
    }

    void whole(Statement.Import statement, List<TypedStatement> out) {
        for (Ast.Alias alias : statement.names()) {
            if (known(alias)) {
                run(alias.name(), alias.span(), out);
                bind(alias);
            }
        }
    }

    void from(Statement.ImportFrom statement, List<TypedStatement> out) {
        for (Ast.Alias alias : statement.names()) {
            if (known(alias)) {
                name(alias, out);
                bind(alias);
            }
        }
    }

    private boolean known(Ast.Alias alias) {
        boolean known = body.names().module().imported(alias).isPresent();
        if (!known && !body.names().module().problems().blames(alias.span())) {
            body.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            alias.span(),
                            "an import inside another statement",
                            "import at the beginning of the module");
        }
        return known;
    }

    private void bind(Ast.Alias alias) {
        body.names().module().imported(alias).ifPresent(body.flow()::bind);
    }

    private void run(String name, Span span, List<TypedStatement> out) {
        Library library = body.session().library();
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            library.module(name.substring(0, dot)).ifPresent(m -> run(m, span, out));
        }
        library.module(name).ifPresent(m -> run(m, span, out));
    }

    private void run(ModuleScope module, Span span, List<TypedStatement> out) {
        if (!module.nativeModule()) {
            out.add(new TypedStatement.Import(module.symbol(), span));
        }
    }

    private void name(Ast.Alias alias, List<TypedStatement> out) {
        ModuleScope own = body.names().module();
        Optional<ModuleScope> home = own.importedFrom(alias);
        String bound = alias.asname().orElse(alias.name());
        if (own.find(bound).orElse(null) instanceof Binding.ModuleBinding module) {
            run(module.module().symbol().name(), alias.span(), out);
            return;
        }
        if (home.isEmpty() || home.get().nativeModule()) {
            return;
        }
        run(home.get().symbol().name(), alias.span(), out);
        if (home.get().find(alias.name()).orElse(null) instanceof Binding.VariableBinding v) {
            copy(v.variable(), bound, home.get(), alias, out);
        }
    }

    /// The value that the variable has now; later assignments over there don't change it.
    private void copy(
            Variable variable,
            String bound,
            ModuleScope home,
            Ast.Alias alias,
            List<TypedStatement> out) {
        if (!home.boundAtEnd(variable)) {
            body.problems()
                    .report(
                            TypeCode.UNASSIGNED,
                            alias.span(),
                            "'" + alias.name() + "' may have no value in that module");
        }
        Variable copy = body.scope().declare(bound, variable.type(), false);
        body.targets().noteAssigned(copy, variable.type());
        TypedExpression read =
                new TypedExpression.VariableRead(variable, false, variable.type(), alias.span());
        out.add(
                new TypedStatement.Assign(
                        new TypedTarget.VariableTarget(copy, alias.span()), read, alias.span()));
    }
}
