package krait.runtime;

import org.jspecify.annotations.Nullable;

/// A key that its mapping does not have; its text is the key's repr.
public class KeyError extends LookupError {
    private static final long serialVersionUID = 1L;

    public KeyError(@Nullable Object... args) {
        super(args);
    }

    @Override
    public CharSequence __str__() {
        return args().size() == 1 ? Values.repr(args().get(0)) : super.__str__();
    }
}
