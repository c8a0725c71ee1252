package krait.compiler.diagnostics;

/// A stretch of source text, with CPython's numbers: lines count from 1, columns are offsets from 0
/// in the UTF-8 form of the line, and the end is exclusive. [Source#column] turns such a column
/// into one that people count, in code points.
///
/// @param line `lineno`
/// @param column `col_offset`
/// @param endLine `end_lineno`
/// @param endColumn `end_col_offset`
public record Span(int line, int column, int endLine, int endColumn) {

    /// From the start of this span to the end of another.
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }
}
