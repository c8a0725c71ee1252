package krait.runtime;

/// A call of Python code, as a traceback shows it.
///
/// @param file path of the source
/// @param line counted from 1
/// @param function its qualified name, `<module>` for a module's own code
public record PythonFrame(String file, int line, String function) {}
