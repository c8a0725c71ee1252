package krait.compiler.diagnostics;

/// Whether a diagnostic is written with colours.
public enum Paint {
    PLAIN,
    /// For terminals: SGR sequences of ECMA-48.
    COLOURED;

    private static final String BOLD = "1";
    private static final String RED = "1;31";
    private static final String CYAN = "36";

    String strong(String text) {
        return with(BOLD, text);
    }

    String error(String text) {
        return with(RED, text);
    }

    String advice(String text) {
        return with(CYAN, text);
    }

    private String with(String colour, String text) {
        return this == PLAIN ? text : "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
