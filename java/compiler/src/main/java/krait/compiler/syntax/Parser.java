package krait.compiler.syntax;

import java.util.List;
import krait.compiler.diagnostics.Diagnostic;
import krait.compiler.diagnostics.Source;
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
            return rejected(error(SyntaxCode.ENCODING, source, source.defect().get()));
        }
        for (byte each : source.utf8()) {
            if (each == 0) {
                return rejected(
                        error(
                                SyntaxCode.TOKEN,
                                source,
                                "source code string cannot contain null bytes"));
            }
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

    private static Diagnostic error(SyntaxCode code, Source source, String message) {
        return Diagnostic.error(code.code(), source, FIRST, message);
    }

    private static ParseResult rejected(Diagnostic error) {
        return new ParseResult.Rejected(List.of(error));
    }
}
