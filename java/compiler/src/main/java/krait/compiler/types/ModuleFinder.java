package krait.compiler.types;

import java.util.Optional;
import krait.compiler.diagnostics.Source;

/// Where imported modules of the program come from.
@FunctionalInterface
public interface ModuleFinder {
    /// The source of a module of the program, by its dotted name.
    Optional<Source> find(String module);
}
