package krait.compiler.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.semantics.EarlyErrors;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.ParseResult;
import krait.compiler.syntax.Parser;

/// Finds modules: those of the program, then those of the library, in Python or as stubs. Each is
/// parsed once, when first imported.
public final class Library {
    /// Begins the names of sources that belong to the library, and no file has such a name.
    public static final String SOURCES = "<library>/";

    private static final String STUBS = "/krait/compiler/stubs/";
    private static final String MODULES = "/krait/compiler/library/";

    private final ModuleFinder finder;
    private final Session session;
    private final Map<String, Optional<ModuleScope>> modules = new HashMap<>();
    private final List<ModuleScope> program = new ArrayList<>();
    private final List<Diagnostic> syntaxErrors = new ArrayList<>();
    private final Declarations declarations = new Declarations(this);

    Library(ModuleFinder finder, Session session) {
        this.finder = finder;
        this.session = session;
    }

    Declarations declarations() {
        return declarations;
    }

    /// A module by its dotted name.
    Optional<ModuleScope> module(String name) {
        Optional<ModuleScope> known = modules.get(name);
        if (known == null) {
            known = load(name);
        }
        return known;
    }

    /// All modules that are known so far, stubs too.
    List<ModuleScope> all() {
        return modules.values().stream().flatMap(Optional::stream).toList();
    }

    /// Modules of the program, each behind those that it imports. Reports those that import each
    /// other.
    List<ModuleScope> program() {
        List<ModuleScope> ordered = new ArrayList<>();
        program.reversed().forEach(m -> order(m, new ArrayList<>(), ordered));
        return ordered;
    }

    private static void order(
            ModuleScope scope, List<ModuleScope> open, List<ModuleScope> ordered) {
        if (ordered.contains(scope)) {
            return;
        }
        open.add(scope);
        scope.needs()
                .forEach((module, span) -> {
                    if (open.contains(module)) {
                        scope.problems()
                                .report(
                                        TypeCode.IMPORT_CYCLE,
                                        span,
                                        "'" + module.symbol().name() + "' imports this module");
                    } else {
                        order(module, open, ordered);
                    }
                });
        open.removeLast();
        ordered.add(scope);
    }

    /// Whether a module of the program has the name of one of the library.
    boolean hides(String name) {
        return TypingForms.module(name) || stub(name).isPresent() || inPython(name).isPresent();
    }

    List<Diagnostic> syntaxErrors() {
        return syntaxErrors;
    }

    Optional<ModuleScope> builtins() {
        return module("builtins");
    }

    private Optional<ModuleScope> load(String name) {
        Optional<Source> own = finder.find(name);
        if (own.isPresent()) {
            return add(name, own.get(), Origin.COMPILED);
        }
        Optional<Source> inPython = inPython(name);
        if (inPython.isPresent()) {
            return add(name, inPython.get(), Origin.COMPILED);
        }
        Optional<ModuleScope> stub = stub(name).flatMap(source -> add(name, source, Origin.NATIVE));
        modules.put(name, stub);
        return stub;
    }

    Optional<ModuleScope> add(String name, Source source, Origin origin) {
        ParseResult result = Parser.parse(source);
        if (result instanceof ParseResult.Rejected rejected) {
            syntaxErrors.addAll(rejected.diagnostics());
            return Optional.empty();
        }
        Ast.Module tree = ((ParseResult.Parsed) result).module();
        Optional<Diagnostic> early =
                origin == Origin.COMPILED ? EarlyErrors.first(source, tree) : Optional.empty();
        if (early.isPresent()) {
            syntaxErrors.add(early.get());
            return Optional.empty();
        }
        Ast.Module whole =
                origin == Origin.COMPILED
                        ? ClassAliases.writeOut(LibraryDecorators.writeOut(tree))
                        : tree;
        ModuleScope scope = new ModuleScope(new ModuleSymbol(name, origin), source, whole, session);
        modules.put(name, Optional.of(scope));
        if (origin == Origin.COMPILED) {
            SyntaxWarnings.report(source, tree, scope.problems());
        }
        if (origin == Origin.COMPILED) {
            program.add(scope);
        }
        declarations.declare(scope);
        return Optional.of(scope);
    }

    private static Optional<Source> stub(String name) {
        return resource(STUBS + name + ".pyi", name + ".pyi");
    }

    /// A module of the library that is compiled as those of the program are.
    private static Optional<Source> inPython(String name) {
        return resource(MODULES + name + ".py", SOURCES + name + ".py");
    }

    private static Optional<Source> resource(String file, String name) {
        try (InputStream in = Library.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(Source.of(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
