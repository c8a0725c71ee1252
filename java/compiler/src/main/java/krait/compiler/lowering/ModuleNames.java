package krait.compiler.lowering;

import java.lang.constant.ClassDesc;
import krait.compiler.types.ModuleSymbol;

/// The classes of modules. All stand below one package, so that they clash with nothing.
public final class ModuleNames {
    /// The method that runs a module's code.
    public static final String BODY = "\u2039module\u203a";

    private ModuleNames() {}

    /// The binary name of a module's class.
    public static String of(ModuleSymbol module) {
        return "py." + module.name();
    }

    static ClassDesc classOf(ModuleSymbol module) {
        return ClassDesc.of(of(module));
    }
}
