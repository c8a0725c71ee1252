package krait.compiler.diagnostics;

/// Why the bytes of a file are no text, in CPython's words.
///
/// @param line from 1; the first line where the defect belongs to the whole file
/// @param column offset from 0 in the bytes of the line
public record SourceDefect(String message, int line, int column) {}
