package krait.compiler.syntax;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
import krait.compiler.diagnostics.SourceDefect;
import krait.compiler.diagnostics.Span;

/// Python source to tree: the [grammar of 3.14][1], by recursive descent, in linear time. What
/// CPython refuses is refused here at the same place and, where it helps, in the same words.
///
/// [1]: https://docs.python.org/3.14/reference/grammar.html
public final class Parser {
    private static final Span FIRST = new Span(1, 0, 1, 0);

    private Parser() {}

    /// The tree of a file, or why it has none. Never throws for what a file may contain.
    public static ParseResult parse(Source source) {
        if (source.defect().isPresent()) {
            SourceDefect defect = source.defect().get();
            int column = defect.column();
            Span span = new Span(defect.line(), column, defect.line(), column + 1);
            return rejected(
                    Diagnostic.error(SyntaxCode.ENCODING.code(), source, span, defect.message()));
        }
        Optional<Span> nullByte = nullByte(source.utf8());
        if (nullByte.isPresent()) {
            return rejected(
                    Diagnostic.error(
                            SyntaxCode.TOKEN.code(),
                            source,
                            nullByte.get(),
                            "source code cannot contain null bytes"));
        }
        try {
            Tokenizer tokenizer = new Tokenizer(source);
            Cursor cursor = new Cursor(source, tokenizer, tokenizer.run());
            Ast.Module module = new StatementParser(cursor).module();
            return new ParseResult.Parsed(module);
        } catch (SyntaxFailure failure) {
            return rejected(failure.diagnostic());
        } catch (StackOverflowError e) {
            // the limits fit the JVM's usual stack: this thread was given a smaller one
            return rejected(error(SyntaxCode.LIMIT, source, "too deeply nested for this thread"));
        }
    }

    private static Optional<Span> nullByte(byte[] source) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < source.length; at++) {
            if (source[at] == 0) {
                int column = at - lineStart;
                return Optional.of(new Span(line, column, line, column + 1));
            }
            if (source[at] == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        return Optional.empty();
    }

    private static Diagnostic error(SyntaxCode code, Source source, String message) {
        return Diagnostic.error(code.code(), source, FIRST, message);
    }

    private static ParseResult rejected(Diagnostic error) {
        return new ParseResult.Rejected(List.of(error));
    }
}
