package krait.cli.config;

/// An option as one source gave it once, not yet read.
public record Given(Option<?> option, String text, Origin origin) {}
