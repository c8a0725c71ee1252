package krait.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What Python calls a compiled class.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PyClass {
    /// `__module__`.
    String module() default "builtins";

    /// `__qualname__`: `Outer.Inner`.
    String name();
}
