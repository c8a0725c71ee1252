package krait.cli.config;

/// Where the value of an option comes from; a later one wins over an earlier one.
public enum Source {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    FLAG
}
