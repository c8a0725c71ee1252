import org.jspecify.annotations.NullMarked;

/// What compiled Python calls: numbers, text, containers, exceptions, modules. Needs the JDK alone.
@NullMarked
module krait.runtime {
    requires static transitive org.jspecify;

    exports krait.runtime;
    exports krait.runtime.lib;
    exports krait.runtime.web;
}
