package krait.compiler.types;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.Statement;

/// Everything that the stubs declare, for tests of what is behind it.
public final class StubSymbols {
    private final Session session = new Session(_ -> Optional.empty());
    private final List<FunctionSymbol> functions = new ArrayList<>();
    private final List<ClassSymbol> classes = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    /// Reads all stubs.
    public StubSymbols() throws Exception {
        for (String module : modules()) {
            ModuleScope scope = session.library().module(module).orElseThrow();
            names(scope).forEach(name -> add(scope.find(name).orElseThrow()));
        }
        classes.forEach(symbol -> symbol.methods().values().forEach(functions::addAll));
        for (String module : modules()) {
            ModuleScope scope = session.library().module(module).orElseThrow();
            problems.addAll(scope.problems().all());
        }
        problems.addAll(session.library().syntaxErrors());
    }

    private static List<String> modules() throws Exception {
        String first = "/krait/compiler/stubs/builtins.pyi";
        URL builtins = Objects.requireNonNull(StubSymbols.class.getResource(first));
        Path folder = Path.of(builtins.toURI()).resolveSibling("");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .map(file -> file.replace(".pyi", "").replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(ModuleScope scope) {
        Set<String> names = new LinkedHashSet<>();
        for (Statement statement : scope.tree().body()) {
            if (statement instanceof Statement.FunctionDef function) {
                names.add(function.name());
            } else if (statement instanceof Statement.ClassDef definition) {
                names.add(definition.name());
            } else if (statement instanceof Statement.AnnAssign assign
                    && assign.target() instanceof Expression.Name name) {
                names.add(name.id());
            }
        }
        return names;
    }

    private void add(Binding binding) {
        if (binding instanceof Binding.FunctionBinding function) {
            functions.addAll(function.overloads());
        } else if (binding instanceof Binding.ClassBinding type) {
            classes.add(type.symbol());
        } else if (binding instanceof Binding.VariableBinding variable) {
            variables.add(variable.variable());
        }
    }

    /// Functions of modules, and methods.
    public List<FunctionSymbol> functions() {
        return functions;
    }

    public List<ClassSymbol> classes() {
        return classes;
    }

    public List<Variable> variables() {
        return variables;
    }

    /// What the checker has to say about the stubs themselves.
    public List<Diagnostic> problems() {
        return problems;
    }

    /// A class as the type of its own objects.
    public Type open(ClassSymbol symbol) {
        return new Type.NominalType(symbol, List.copyOf(symbol.typeParameters()));
    }

    /// A type with a class of `builtins` for each type variable.
    public Type filled(Type type, String argument) {
        List<TypeVariable> open = new ArrayList<>();
        Signatures.mentioned(type, open);
        Map<TypeVariable, Type> map = new HashMap<>();
        open.forEach(variable -> map.put(variable, session.builtins().type(argument)));
        return new Substitution(map).apply(type);
    }
}
