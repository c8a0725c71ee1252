package krait.runtime.web;

/// Media types of answers.
public enum ContentType {
    /// Of an answer without a body.
    NONE(""),
    TEXT("text/plain; charset=utf-8"),
    BINARY("application/octet-stream"),
    JSON("application/json");

    private final String text;

    ContentType(String text) {
        this.text = text;
    }

    /// Value of the header; empty for [#NONE].
    public String text() {
        return text;
    }
}
