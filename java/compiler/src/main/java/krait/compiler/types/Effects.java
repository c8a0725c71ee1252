package krait.compiler.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.Expression;
import krait.compiler.syntax.ExpressionContext;
import krait.compiler.syntax.Statement;

/// Which fields and global variables code of the program may assign when it is called. Functions
/// are told apart by their names alone: a function may run whatever has a name that it mentions.
///
/// What may run without being named runs in every call: special methods, properties, generators,
/// lambdas, decorated functions, and those that are used as values.
final class Effects {
    /// What some code may assign: names of fields, and global variables.
    ///
    /// @param all whether nothing is known of it
    record Writes(Set<String> fields, Set<String> globals, boolean all) {
        static final Writes ALL = new Writes(Set.of(), Set.of(), true);

        boolean field(String name) {
            return all || fields.contains(name);
        }

        boolean global(String name) {
            return all || globals.contains(name) || fields.contains(name);
        }
    }

    static final Set<String> OF_NEW_OBJECTS = Set.of("__init__", "__post_init__", "__new__");

    /// Decorators that leave a method to be called by its name alone.
    private static final Set<String> PLAIN_DECORATORS =
            Set.of("staticmethod", "classmethod", "abstractmethod", "override", "final");

    /// Methods that Java code of the library calls by name.
    private static final Set<String> OF_STREAMS =
            Set.of("write", "read", "readline", "flush", "close", "seek");

    /// A stretch of code.
    private static final class Code {
        final Set<String> fields = new HashSet<>();
        final Set<String> globals = new HashSet<>();
        final Set<String> mentions = new HashSet<>();
    }

    private static final String MODULES = "<module>";

    private final Map<String, List<Code>> definitions = new HashMap<>();
    private final List<Code> unnamed = new ArrayList<>();
    private final List<Code> special = new ArrayList<>();
    private final Set<String> values = new HashSet<>(OF_STREAMS);
    private final Map<String, Writes> known = new HashMap<>();
    private final Set<String> allFields = new HashSet<>();
    private final Set<String> allGlobals = new HashSet<>();
    private final Map<String, Set<String>> stores = new HashMap<>();
    private final Set<String> classes = new HashSet<>(Set.of("cls"));
    private boolean initialisesAgain;
    private Optional<Writes> everywhere = Optional.empty();

    Effects(List<ModuleScope> modules) {
        for (ModuleScope module : modules) {
            Code code = new Code();
            code.globals.addAll(AssignedNames.in(module.tree().body()).assigned());
            module.tree().body().forEach(s -> note(s, code, Optional.empty()));
            module.tree().body().forEach(this::define);
            add(MODULES, code);
        }
    }

    private void add(String name, Code code) {
        definitions.computeIfAbsent(name, n -> new ArrayList<>()).add(code);
        allFields.addAll(code.fields);
        allGlobals.addAll(code.globals);
    }

    private void addUnnamed(Code code) {
        unnamed.add(code);
        allFields.addAll(code.fields);
        allGlobals.addAll(code.globals);
    }

    /// Definitions among statements, at any depth.
    private void define(Ast statement) {
        TreeWalk.walk(
                statement,
                node -> {
                    if (node instanceof Statement.FunctionDef f) {
                        function(f);
                    } else if (node instanceof Statement.ClassDef c) {
                        ofClass(c);
                    }
                });
    }

    private void function(Statement.FunctionDef f) {
        Code code = code(f, Optional.empty());
        boolean plain =
                f.decoratorList().stream()
                        .allMatch(d -> PLAIN_DECORATORS.contains(ModuleScope.nameOf(d).orElse("")));
        if (!plain || generates(f) || SpecialMethods.isSpecial(f.name())) {
            addUnnamed(code);
            special.add(code);
        }
        add(f.name(), code);
        f.body().forEach(this::define);
    }

    private static boolean generates(Statement.FunctionDef f) {
        boolean[] found = {false};
        f.body()
                .forEach(s ->
                        TreeWalk.walk(
                                s,
                                n ->
                                        found[0] |=
                                                n instanceof Expression.Yield
                                                        || n instanceof Expression.YieldFrom));
        return found[0];
    }

    /// @param self of a method that fills a new object, whose fields nobody has seen
    private Code code(Statement.FunctionDef f, Optional<String> self) {
        Code code = new Code();
        f.decoratorList().forEach(d -> note(d, code, Optional.empty()));
        f.args().defaults().forEach(d -> note(d, code, Optional.empty()));
        f.body().forEach(s -> note(s, code, self));
        return code;
    }

    /// Calling a class makes an object: its base classes and what fills it run.
    private void ofClass(Statement.ClassDef c) {
        Code made = new Code();
        c.bases().forEach(b -> plain(b, made));
        for (Statement statement : c.body()) {
            if (statement instanceof Statement.FunctionDef f && OF_NEW_OBJECTS.contains(f.name())) {
                List<Ast.Arg> args = f.args().args();
                Optional<String> self =
                        args.isEmpty() ? Optional.empty() : Optional.of(args.getFirst().arg());
                Code filling = code(f, self);
                made.fields.addAll(filling.fields);
                made.globals.addAll(filling.globals);
                made.mentions.addAll(filling.mentions);
                f.body().forEach(this::define);
            } else if (statement instanceof Statement.FunctionDef
                    || statement instanceof Statement.ClassDef) {
                define(statement);
            } else {
                note(statement, made, Optional.empty());
            }
        }
        add(c.name(), made);
        add("cls", made); // which class that is, is seen when it runs
        classes.add(c.name());
    }

    /// Notes what a node and all below it assign and mention.
    private void note(Ast root, Code code, Optional<String> self) {
        Set<Ast> callees = Collections.newSetFromMap(new IdentityHashMap<>());
        TreeWalk.walkDeep(
                root,
                node -> {
                    switch (node) {
                        case Expression.Attribute a -> {
                            code.mentions.add(a.attr());
                            boolean own =
                                    self.isPresent() && ModuleScope.nameOf(a.value()).equals(self);
                            if (a.ctx() != ExpressionContext.LOAD) {
                                stores.computeIfAbsent(a.attr(), n -> new HashSet<>())
                                        .add(ModuleScope.nameOf(a.value()).orElse(""));
                            }
                            if (a.ctx() != ExpressionContext.LOAD && !own) {
                                code.fields.add(a.attr());
                            } else if (a.ctx() == ExpressionContext.LOAD && !callees.contains(a)) {
                                values.add(a.attr());
                            }
                        }
                        case Expression.Name n -> {
                            code.mentions.add(n.id());
                            if (n.ctx() == ExpressionContext.LOAD && !callees.contains(n)) {
                                values.add(n.id());
                            }
                        }
                        case Expression.Call c -> call(c, callees, self);
                        case Expression.Lambda l -> later(List.of(l.body()));
                        case Expression.GeneratorExp g -> later(List.of(g.elt()), g.generators());
                        case Statement.Global g -> code.globals.addAll(g.names());
                        case Statement.FunctionDef f ->
                                f.decoratorList().forEach(d -> note(d, code, Optional.empty()));
                        case Statement.Import _, Statement.ImportFrom _ ->
                                code.mentions.add(MODULES);
                        case Ast _ -> {}
                    }
                });
    }

    private void call(Expression.Call c, Set<Ast> callees, Optional<String> self) {
        callees.add(c.func());
        String name = ModuleScope.nameOf(c.func()).orElse("");
        if (c.args().size() == 2 && (name.equals("isinstance") || name.equals("issubclass"))) {
            TreeWalk.walk(c.args().get(1), callees::add); // the classes are only compared
        }
        if (!(c.func() instanceof Expression.Attribute a)) {
            return;
        }
        callees.add(a.value() instanceof Expression.Name ? a.value() : a);
        boolean ofNew = self.isPresent() && OF_NEW_OBJECTS.contains(a.attr());
        if (OF_NEW_OBJECTS.contains(a.attr()) && !ofNew) {
            initialisesAgain = true;
        }
    }

    @SafeVarargs
    private void later(List<? extends Ast>... parts) {
        Code code = new Code();
        for (List<? extends Ast> each : parts) {
            each.forEach(p -> plain(p, code));
        }
        addUnnamed(code);
    }

    /// As [#note], without what runs still later, which is noted on its own.
    private static void plain(Ast root, Code code) {
        TreeWalk.walkDeep(
                root,
                node -> {
                    if (node instanceof Expression.Attribute a) {
                        code.mentions.add(a.attr());
                    } else if (node instanceof Expression.Name n) {
                        code.mentions.add(n.id());
                    }
                });
    }

    /// Of whatever runs while this code waits, as behind a `yield`.
    Writes anything() {
        return new Writes(allFields, allGlobals, initialisesAgain);
    }

    /// Of code that nothing names, such as special methods.
    Writes unnamed() {
        Writes found = everywhere.orElseGet(() -> reached(Set.of()));
        everywhere = Optional.of(found);
        return found;
    }

    /// Of a call of what has this name.
    Writes of(String name) {
        Writes before = known.get(name);
        if (before == null) {
            before = reached(Set.of(name));
            known.put(name, before);
        }
        return before;
    }

    /// Of a stretch of the code that is being checked.
    Writes of(List<? extends Ast> parts) {
        Code code = new Code();
        boolean[] waits = {false};
        for (Ast part : parts) {
            TreeWalk.walkDeep(
                    part,
                    node -> {
                        if (node instanceof Expression.Attribute a) {
                            code.mentions.add(a.attr());
                            if (a.ctx() != ExpressionContext.LOAD) {
                                code.fields.add(a.attr());
                            }
                        } else if (node instanceof Expression.Name n) {
                            code.mentions.add(n.id());
                            if (n.ctx() != ExpressionContext.LOAD) {
                                code.globals.add(n.id());
                            }
                        }
                        boolean first =
                                node instanceof Expression.Call c
                                        && c.func() instanceof Expression.Attribute a
                                        && OF_NEW_OBJECTS.contains(a.attr());
                        waits[0] |=
                                first
                                        || node instanceof Expression.Yield
                                        || node instanceof Expression.YieldFrom
                                        || node instanceof Statement.Import
                                        || node instanceof Statement.ImportFrom;
                    });
        }
        if (waits[0]) {
            return Writes.ALL;
        }
        Writes reached = reached(code.mentions);
        code.fields.addAll(reached.fields());
        code.globals.addAll(reached.globals());
        return new Writes(code.fields, code.globals, reached.all());
    }

    private Writes reached(Set<String> names) {
        Set<String> fields = new HashSet<>();
        Set<String> globals = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        List<Code> start = new ArrayList<>(unnamed);
        for (String name : names.isEmpty() ? values : Set.<String>of()) {
            start.addAll(definitions.getOrDefault(name, List.of()));
        }
        if (!names.isEmpty()) {
            Writes always = unnamed();
            fields.addAll(always.fields());
            globals.addAll(always.globals());
            start.clear();
        }
        names.forEach(open::add);
        for (Code code : start) {
            take(code, fields, globals, open);
        }
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                for (Code code : definitions.getOrDefault(name, List.of())) {
                    take(code, fields, globals, open);
                }
            }
        }
        return new Writes(fields, globals, initialisesAgain);
    }

    /// Whether the program assigns an attribute of this name through something that is no class.
    boolean storedThroughObjects(String name) {
        return !classes.containsAll(stores.getOrDefault(name, Set.of()));
    }

    /// All names that a method may mention while it runs, whatever it calls on its object included.
    Set<String> mentioned(String method) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(method));
        special.forEach(code -> open.addAll(code.mentions));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                definitions
                        .getOrDefault(name, List.of())
                        .forEach(code -> open.addAll(code.mentions));
            }
        }
        return seen;
    }

    private static void take(
            Code code, Set<String> fields, Set<String> globals, Deque<String> open) {
        fields.addAll(code.fields);
        globals.addAll(code.globals);
        code.mentions.forEach(open::push);
    }
}
