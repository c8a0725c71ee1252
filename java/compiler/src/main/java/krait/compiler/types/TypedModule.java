package krait.compiler.types;

import java.util.List;
import krait.compiler.diagnostics.Source;

/// A checked module.
///
/// @param imports modules of the program that must be compiled with it, the importing ones not
///   included
/// @param locals temporaries of the module's own code
public record TypedModule(
        ModuleSymbol symbol,
        Source source,
        List<ModuleSymbol> imports,
        List<Variable> locals,
        List<TypedStatement> body) {}
