package krait.compiler.types;

import java.util.Optional;
import krait.compiler.diagnostics.Span;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Statement;

/// Declares the names that a module imports, and loads the modules behind them.
final class ImportDeclarations {
    private final Library library;
    private final ModuleScope scope;
    private final boolean forTypes;

    /// @param forTypes whether the imports are for annotations alone and never run
    ImportDeclarations(Library library, ModuleScope scope, boolean forTypes) {
        this.library = library;
        this.scope = scope;
        this.forTypes = forTypes;
    }

    static boolean isImport(Statement statement) {
        return statement instanceof Statement.Import || statement instanceof Statement.ImportFrom;
    }

    void declare(Statement statement) {
        if (statement instanceof Statement.Import i) {
            i.names().forEach(this::whole);
        } else if (statement instanceof Statement.ImportFrom f) {
            f.names().forEach(a -> from(f, a));
        }
    }

    private void mark(String name, Ast.Alias alias) {
        scope.importName(name, alias);
    }

    private void whole(Ast.Alias alias) {
        if (TypingForms.module(alias.name())) {
            String module = alias.name();
            scope.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            alias.span(),
                            "module '" + module + "' as a value",
                            "from " + module + " import NAME");
            return;
        }
        Optional<ModuleScope> module = load(alias.name(), alias.span());
        if (module.isEmpty()) {
            unknown(alias.asname().orElse(alias.name().split("\\.", 2)[0]));
            return;
        }
        if (alias.asname().isPresent()) {
            scope.bind(alias.asname().get(), new Binding.ModuleBinding(module.get()));
            mark(alias.asname().get(), alias);
            return;
        }
        scope.dotted().add(alias.name());
        int dot = alias.name().indexOf('.');
        String first = dot < 0 ? alias.name() : alias.name().substring(0, dot);
        Optional<ModuleScope> outer = library.module(first);
        if (outer.isEmpty()) {
            scope.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            alias.span(),
                            "'" + first + "' is a package without __init__.py",
                            "import " + alias.name() + " as NAME");
            return;
        }
        scope.bind(first, new Binding.ModuleBinding(outer.get()));
        mark(first, alias);
    }

    /// A module, after the packages around it, which run first.
    private Optional<ModuleScope> load(String name, Span span) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            String around = name.substring(0, dot);
            boolean runsAlready = (scope.symbol().name() + ".").startsWith(around + ".");
            library.module(around).filter(m -> !runsAlready).ifPresent(m -> needs(m, span));
        }
        Optional<ModuleScope> module = library.module(name);
        boolean internal =
                name.startsWith("_")
                        && !scope.ofLibrary()
                        && module.filter(ModuleScope::ofLibrary).isPresent();
        if (module.isEmpty() || internal) {
            scope.problems()
                    .report(TypeCode.MODULE_UNKNOWN, span, "no module named '" + name + "'");
        } else {
            needs(module.get(), span);
        }
        return module;
    }

    private void needs(ModuleScope module, Span span) {
        if (module.nativeModule()) {
            return;
        }
        if (!module.ofLibrary() && library.hides(module.symbol().name())) {
            scope.problems()
                    .report(
                            TypeCode.MODULE_UNKNOWN,
                            span,
                            "module '" + module.symbol().name() + "' has a name of the library",
                            "give the file another name");
        }
        if (!scope.imports().contains(module.symbol())) {
            scope.imports().add(module.symbol());
        }
        if (!forTypes) {
            scope.needs().putIfAbsent(module, span);
        }
    }

    private void from(Statement.ImportFrom from, Ast.Alias alias) {
        String bound = alias.asname().orElse(alias.name());
        mark(bound, alias);
        Optional<String> absolute = absolute(from);
        if (absolute.isEmpty()) {
            scope.problems()
                    .report(
                            TypeCode.MODULE_UNKNOWN,
                            from.span(),
                            "a relative import beyond the package",
                            "import the module by its whole name");
            return;
        }
        String module = absolute.get();
        if (alias.name().equals("*")) {
            scope.problems()
                    .report(
                            TypeCode.UNSUPPORTED,
                            alias.span(),
                            "import of all names of a module",
                            "from " + module + " import NAME");
            return;
        }
        if (TypingForms.module(module)) {
            library.builtins()
                    .flatMap(b -> TypingForms.find(module, alias.name(), b))
                    .or(() -> beside(module, alias.name()))
                    .ifPresentOrElse(b -> scope.bind(bound, b), () -> missing(module, alias));
            return;
        }
        Optional<ModuleScope> home = library.module(module);
        boolean own = home.isPresent() && !home.get().nativeModule();
        boolean member = home.isPresent() && home.get().mayAssign(alias.name());
        String below = module + "." + alias.name();
        Optional<ModuleScope> sub = member && !own ? Optional.empty() : library.module(below);
        if (member && sub.isPresent()) {
            scope.problems()
                    .report(
                            TypeCode.IMPORT_NAME,
                            alias.span(),
                            "'" + alias.name() + "' is a module and a name of its package");
        } else if (sub.isPresent()) {
            load(below, alias.span());
            scope.bind(bound, new Binding.ModuleBinding(sub.get()));
        } else if (load(module, from.span()).isPresent()) {
            scope.importFrom(alias, home.orElseThrow());
            member(home.orElseThrow(), alias, bound);
        } else {
            unknown(bound);
        }
    }

    /// What a stub has of a module whose forms the checker knows.
    private Optional<Binding> beside(String module, String name) {
        return name.startsWith("_")
                ? Optional.empty()
                : library.module("_" + module).flatMap(stub -> stub.find(name));
    }

    private void member(ModuleScope home, Ast.Alias alias, String bound) {
        if (home.mayAssign(alias.name())) {
            scope.importMember(bound, home, alias.name());
        } else {
            missing(home.symbol().name(), alias);
        }
    }

    /// The name of the module that is meant; none where there is no package to begin at.
    private Optional<String> absolute(Statement.ImportFrom from) {
        String name = from.module().orElse("");
        if (from.level() == 0) {
            return Optional.of(name);
        }
        String home = scope.symbol().name();
        int up = scope.isPackage() ? from.level() - 1 : from.level();
        for (int i = 0; i < up; i++) {
            int dot = home.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            home = home.substring(0, dot);
        }
        return Optional.of(name.isEmpty() ? home : home + "." + name);
    }

    /// A name of which nothing is known: uses of it are no errors of their own.
    private void unknown(String name) {
        scope.bind(
                name,
                new Binding.VariableBinding(
                        new Variable(name, Variable.Kind.GLOBAL, Type.Simple.ERROR, null)));
    }

    private void missing(String module, Ast.Alias alias) {
        unknown(alias.asname().orElse(alias.name()));
        scope.problems()
                .report(
                        TypeCode.IMPORT_NAME,
                        alias.span(),
                        "module '" + module + "' has no '" + alias.name() + "' here");
    }
}
