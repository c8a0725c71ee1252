package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A likely mistake of an import.
public class ImportWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public ImportWarning(@Nullable Object... args) {
        super(args);
    }
}
