package krait.compiler.types;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A module of the program or of the library.
public final class ModuleSymbol {
    private final String name;
    private final Origin origin;
    private final Map<String, Variable> globals = new LinkedHashMap<>();

    ModuleSymbol(String name, Origin origin) {
        this.name = name;
        this.origin = origin;
    }

    /// Dotted, `__main__` for the program itself.
    public String name() {
        return name;
    }

    public Origin origin() {
        return origin;
    }

    /// Its global variables, in the order in which they first appear.
    public Collection<Variable> globals() {
        return globals.values();
    }

    public Optional<Variable> global(String variable) {
        return Optional.ofNullable(globals.get(variable));
    }

    void declare(Variable variable) {
        globals.put(variable.name(), variable);
    }

    @Override
    public String toString() {
        return name;
    }
}
