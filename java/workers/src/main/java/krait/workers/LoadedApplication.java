package krait.workers;

/// What a worker said of the application that it loaded.
///
/// @param name `module:attribute`
/// @param python version of the interpreter, such as `3.11.7`
public record LoadedApplication(String name, String python) {}
