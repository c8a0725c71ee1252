package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import krait.compiler.types.ModuleSymbol;

/// The names of classes that come of a module.
public final class ModuleNames {
    /// The method that runs a module's code.
    public static final String BODY = "\u2039module\u203a";

    /// All classes of programs stand in it, so that they clash with nothing.
    public static final String PACKAGE = "py.";

    /// Stands in the names of classes of function values.
    public static final String VALUE = "$$value$";

    /// Stands in the names of classes that call by protocol.
    static final String PROTOCOL = "$$protocol$";

    /// Stands in the names of classes of generators, before the function's name.
    public static final String GENERATOR = "$$step$";

    /// Stands in the names of classes that make large displays.
    static final String DISPLAY = "$$display$";

    /// Stands in the names of further classes with variables of a module, before a number.
    public static final String GLOBALS = "$$globals$";

    private static final String FUNCTIONS = "$$functions$";

    private ModuleNames() {}

    /// The binary name of a module's class.
    public static String of(ModuleSymbol module) {
        return PACKAGE + module.name();
    }

    static ClassDesc classOf(ModuleSymbol module) {
        return ClassDesc.of(of(module));
    }

    /// One of the classes that have the variables of a module; the first is its own.
    static ClassDesc classOf(ModuleSymbol module, int number) {
        return number == 0 ? classOf(module) : ClassDesc.of(of(module) + GLOBALS + number);
    }

    /// One of the classes that have the functions of a module; the first is its own.
    static ClassDesc functionsOf(ModuleSymbol module, int number) {
        return number == 0 ? classOf(module) : ClassDesc.of(of(module) + FUNCTIONS + number);
    }
}
