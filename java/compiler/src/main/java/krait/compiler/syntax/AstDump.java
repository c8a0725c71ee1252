package krait.compiler.syntax;

import java.util.List;
import java.util.Optional;
import krait.compiler.diagnostics.Span;

/// The text of CPython's `ast.dump(tree, include_attributes=True)`, to compare trees with its own.
public final class AstDump {
    /// How a version of CPython writes its trees.
    ///
    /// @param emptyLists whether fields without elements are written: until 3.12
    /// @param typeParams whether definitions have type parameters: since 3.12
    /// @param positionsInStrings whether what is inside f-strings has exact places: since 3.12;
    ///   without, nothing inside them has any
    /// @param ascii whether all beyond ASCII is escaped, as `ascii` does, where `repr` depends on
    ///   the version of Unicode
    public record Style(
            boolean emptyLists, boolean typeParams, boolean positionsInStrings, boolean ascii) {

        /// The style of CPython 3.`minor`.
        public static Style of(int minor) {
            return new Style(minor < 13, minor >= 12, minor >= 12, false);
        }

        /// The same with escapes for all beyond ASCII.
        public Style escaped() {
            return new Style(emptyLists, typeParams, positionsInStrings, true);
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final Style style;
    private boolean first;
    private int formattedStrings;

    private AstDump(Style style) {
        this.style = style;
    }

    public static String dump(Ast.Module module, Style style) {
        AstDump dump = new AstDump(style);
        dump.node(module);
        return dump.out.toString();
    }

    private void open(String name) {
        out.append(name).append('(');
        first = true;
    }

    private void label(String name) {
        if (!first) {
            out.append(", ");
        }
        first = false;
        out.append(name).append('=');
    }

    private void close() {
        out.append(')');
        first = false;
    }

    private void close(Span span) {
        if (style.positionsInStrings() || formattedStrings == 0) {
            number("lineno", span.line());
            number("col_offset", span.column());
            number("end_lineno", span.endLine());
            number("end_col_offset", span.endColumn());
        }
        close();
    }

    private void number(String name, int value) {
        label(name);
        out.append(value);
    }

    private void text(String name, String value) {
        label(name);
        PythonText.string(out, new Literal.Str(value), style.ascii());
    }

    private void text(String name, Optional<String> value) {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    private void constant(String name, Literal value) {
        label(name);
        switch (value) {
            case Literal.Singleton singleton -> out.append(singleton.text());
            case Literal.Int(var number) -> out.append(number);
            case Literal.Real(double number) -> out.append(PythonText.real(number));
            case Literal.Imaginary(double number) -> out.append(PythonText.imaginary(number));
            case Literal.Str text -> PythonText.string(out, text, style.ascii());
            case Literal.Bytes(String latin1) -> PythonText.bytes(out, latin1);
        }
    }

    private void child(String name, Ast value) {
        label(name);
        node(value);
    }

    private void child(String name, Optional<? extends Ast> value) {
        if (value.isPresent()) {
            child(name, value.get());
        }
    }

    private void children(String name, List<? extends Ast> values) {
        if (values.isEmpty() && !style.emptyLists()) {
            return;
        }
        label(name);
        out.append('[');
        String separator = "";
        for (Ast value : values) {
            out.append(separator);
            node(value);
            separator = ", ";
        }
        out.append(']');
    }

    /// A missing element is written `None`.
    private void gaps(String name, List<Optional<Expression>> values) {
        if (values.isEmpty() && !style.emptyLists()) {
            return;
        }
        label(name);
        out.append('[');
        String separator = "";
        for (Optional<Expression> value : values) {
            out.append(separator);
            if (value.isPresent()) {
                node(value.get());
            } else {
                out.append("None");
            }
            separator = ", ";
        }
        out.append(']');
    }

    private void names(String name, List<String> values) {
        if (values.isEmpty() && !style.emptyLists()) {
            return;
        }
        label(name);
        out.append('[');
        String separator = "";
        for (String value : values) {
            out.append(separator);
            PythonText.string(out, new Literal.Str(value), style.ascii());
            separator = ", ";
        }
        out.append(']');
    }

    private void operator(String name, String astName) {
        label(name);
        out.append(astName).append("()");
    }

    private void context(ExpressionContext context) {
        operator("ctx", context.astName());
    }

    private void node(Ast node) {
        switch (node) {
            case Ast.Module(var body, var _) -> {
                open("Module");
                children("body", body);
                children("type_ignores", List.of());
                close();
            }
            case Statement statement -> statement(statement);
            case Expression expression -> expression(expression);
            case Pattern pattern -> pattern(pattern);
            case TypeParam parameter -> typeParam(parameter);
            case Ast.Arguments arguments -> arguments(arguments);
            case Ast.Arg(var name, var annotation, var span) -> {
                open("arg");
                text("arg", name);
                child("annotation", annotation);
                close(span);
            }
            case Ast.Keyword(var name, var value, var span) -> {
                open("keyword");
                text("arg", name);
                child("value", value);
                close(span);
            }
            case Ast.Alias(var name, var asname, var span) -> {
                open("alias");
                text("name", name);
                text("asname", asname);
                close(span);
            }
            case Ast.WithItem(var context, var variables, var _) -> {
                open("withitem");
                child("context_expr", context);
                child("optional_vars", variables);
                close();
            }
            case Ast.Comprehension(var target, var iter, var ifs, var isAsync, var _) -> {
                open("comprehension");
                child("target", target);
                child("iter", iter);
                children("ifs", ifs);
                number("is_async", isAsync ? 1 : 0);
                close();
            }
            case Ast.MatchCase(var pattern, var guard, var body, var _) -> {
                open("match_case");
                child("pattern", pattern);
                child("guard", guard);
                children("body", body);
                close();
            }
            case Ast.ExceptHandler(var type, var name, var body, var span) -> {
                open("ExceptHandler");
                child("type", type);
                text("name", name);
                children("body", body);
                close(span);
            }
        }
    }

    private void arguments(Ast.Arguments arguments) {
        open("arguments");
        children("posonlyargs", arguments.posonlyargs());
        children("args", arguments.args());
        child("vararg", arguments.vararg());
        children("kwonlyargs", arguments.kwonlyargs());
        gaps("kw_defaults", arguments.kwDefaults());
        child("kwarg", arguments.kwarg());
        children("defaults", arguments.defaults());
        close();
    }

    private void typeParam(TypeParam parameter) {
        switch (parameter) {
            case TypeParam.TypeVar(var name, var bound, var value, var span) -> {
                open("TypeVar");
                text("name", name);
                child("bound", bound);
                child("default_value", value);
                close(span);
            }
            case TypeParam.ParamSpec(var name, var value, var span) -> {
                open("ParamSpec");
                text("name", name);
                child("default_value", value);
                close(span);
            }
            case TypeParam.TypeVarTuple(var name, var value, var span) -> {
                open("TypeVarTuple");
                text("name", name);
                child("default_value", value);
                close(span);
            }
        }
    }

    private void pattern(Pattern pattern) {
        open(pattern.getClass().getSimpleName());
        switch (pattern) {
            case Pattern.MatchValue(var value, var _) -> child("value", value);
            case Pattern.MatchSingleton(var value, var _) -> constant("value", value);
            case Pattern.MatchSequence(var patterns, var _) -> children("patterns", patterns);
            case Pattern.MatchMapping(var keys, var patterns, var rest, var _) -> {
                children("keys", keys);
                children("patterns", patterns);
                text("rest", rest);
            }
            case Pattern.MatchClass(var cls, var patterns, var attributes, var named, var _) -> {
                child("cls", cls);
                children("patterns", patterns);
                names("kwd_attrs", attributes);
                children("kwd_patterns", named);
            }
            case Pattern.MatchStar(var name, var _) -> text("name", name);
            case Pattern.MatchAs(var inner, var name, var _) -> {
                child("pattern", inner);
                text("name", name);
            }
            case Pattern.MatchOr(var patterns, var _) -> children("patterns", patterns);
        }
        close(pattern.span());
    }

    private void statement(Statement statement) {
        open(statement.getClass().getSimpleName());
        switch (statement) {
            case Statement.FunctionDef f ->
                    function(
                            f.name(),
                            f.args(),
                            f.body(),
                            f.decoratorList(),
                            f.returns(),
                            f.typeParams());
            case Statement.AsyncFunctionDef f ->
                    function(
                            f.name(),
                            f.args(),
                            f.body(),
                            f.decoratorList(),
                            f.returns(),
                            f.typeParams());
            case Statement.ClassDef type -> type(type);
            case Statement.Return(var value, var _) -> child("value", value);
            case Statement.Delete(var deleted, var _) -> children("targets", deleted);
            case Statement.Assign(var stored, var value, var _) -> {
                children("targets", stored);
                child("value", value);
            }
            case Statement.TypeAlias(var name, var parameters, var value, var _) -> {
                child("name", name);
                children("type_params", parameters);
                child("value", value);
            }
            case Statement.AugAssign(var target, var op, var value, var _) -> {
                child("target", target);
                operator("op", op.astName());
                child("value", value);
            }
            case Statement.AnnAssign assign -> annotated(assign);
            case Statement.For(var target, var iter, var body, var orelse, var _) ->
                    loop(target, iter, body, orelse);
            case Statement.AsyncFor(var target, var iter, var body, var orelse, var _) ->
                    loop(target, iter, body, orelse);
            case Statement.While(var test, var body, var orelse, var _) ->
                    branch(test, body, orelse);
            case Statement.If(var test, var body, var orelse, var _) -> branch(test, body, orelse);
            case Statement.With(var items, var body, var _) -> with(items, body);
            case Statement.AsyncWith(var items, var body, var _) -> with(items, body);
            case Statement.Match(var subject, var cases, var _) -> {
                child("subject", subject);
                children("cases", cases);
            }
            case Statement.Raise(var exc, var cause, var _) -> {
                child("exc", exc);
                child("cause", cause);
            }
            case Statement.Try t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Statement.TryStar t -> attempt(t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Statement.Assert(var test, var message, var _) -> {
                child("test", test);
                child("msg", message);
            }
            case Statement.Import(var names, var _) -> children("names", names);
            case Statement.ImportFrom names -> imported(names);
            case Statement.Global(var names, var _) -> names("names", names);
            case Statement.Nonlocal(var names, var _) -> names("names", names);
            case Statement.Expr(var value, var _) -> child("value", value);
            case Statement.Pass _, Statement.Break _, Statement.Continue _ -> {}
        }
        close(statement.span());
    }

    private void annotated(Statement.AnnAssign assign) {
        child("target", assign.target());
        child("annotation", assign.annotation());
        child("value", assign.value());
        number("simple", assign.simple() ? 1 : 0);
    }

    private void imported(Statement.ImportFrom names) {
        text("module", names.module());
        children("names", names.names());
        number("level", names.level());
    }

    private void function(
            String name,
            Ast.Arguments parameters,
            List<Statement> body,
            List<Expression> decorators,
            Optional<Expression> returns,
            List<TypeParam> typeParams) {
        text("name", name);
        child("args", parameters);
        children("body", body);
        children("decorator_list", decorators);
        child("returns", returns);
        typeParams(typeParams);
    }

    private void typeParams(List<TypeParam> typeParams) {
        if (style.typeParams()) {
            children("type_params", typeParams);
        }
    }

    private void type(Statement.ClassDef type) {
        text("name", type.name());
        children("bases", type.bases());
        children("keywords", type.keywords());
        children("body", type.body());
        children("decorator_list", type.decoratorList());
        typeParams(type.typeParams());
    }

    private void loop(
            Expression target, Expression iter, List<Statement> body, List<Statement> orelse) {
        child("target", target);
        child("iter", iter);
        children("body", body);
        children("orelse", orelse);
    }

    private void branch(Expression test, List<Statement> body, List<Statement> orelse) {
        child("test", test);
        children("body", body);
        children("orelse", orelse);
    }

    private void with(List<Ast.WithItem> items, List<Statement> body) {
        children("items", items);
        children("body", body);
    }

    private void attempt(
            List<Statement> body,
            List<Ast.ExceptHandler> handlers,
            List<Statement> orelse,
            List<Statement> finalbody) {
        children("body", body);
        children("handlers", handlers);
        children("orelse", orelse);
        children("finalbody", finalbody);
    }

    private void expression(Expression expression) {
        open(expression.getClass().getSimpleName());
        boolean formatted = expression instanceof Expression.JoinedStr;
        formattedStrings += formatted ? 1 : 0;
        switch (expression) {
            case Expression.BoolOp(var op, var values, var _) -> {
                operator("op", op.astName());
                children("values", values);
            }
            case Expression.NamedExpr(var target, var value, var _) -> {
                child("target", target);
                child("value", value);
            }
            case Expression.BinOp(var left, var op, var right, var _) -> {
                child("left", left);
                operator("op", op.astName());
                child("right", right);
            }
            case Expression.UnaryOp(var op, var operand, var _) -> {
                operator("op", op.astName());
                child("operand", operand);
            }
            case Expression.Lambda(var parameters, var body, var _) -> {
                child("args", parameters);
                child("body", body);
            }
            case Expression.IfExp(var test, var body, var orelse, var _) -> {
                child("test", test);
                child("body", body);
                child("orelse", orelse);
            }
            case Expression.Compare compare -> compare(compare);
            case Expression.Call(var function, var args, var keywords, var _) -> {
                child("func", function);
                children("args", args);
                children("keywords", keywords);
            }
            case Expression.Await(var value, var _) -> child("value", value);
            case Expression.Yield(var value, var _) -> child("value", value);
            case Expression.YieldFrom(var value, var _) -> child("value", value);
            case Expression.Constant(var value, var kind, var _) -> {
                constant("value", value);
                text("kind", kind);
            }
            case Expression.Attribute(var value, var attr, var ctx, var _) -> {
                child("value", value);
                text("attr", attr);
                context(ctx);
            }
            case Expression.Subscript(var value, var slice, var ctx, var _) -> {
                child("value", value);
                child("slice", slice);
                context(ctx);
            }
            case Expression.Starred(var value, var ctx, var _) -> {
                child("value", value);
                context(ctx);
            }
            case Expression.Name(var id, var ctx, var _) -> {
                text("id", id);
                context(ctx);
            }
            case Expression other -> displayOrPart(other);
        }
        formattedStrings -= formatted ? 1 : 0;
        close(expression.span());
    }

    private void displayOrPart(Expression expression) {
        switch (expression) {
            case Expression.List(var elements, var ctx, var _) -> {
                children("elts", elements);
                context(ctx);
            }
            case Expression.Tuple(var elements, var ctx, var _) -> {
                children("elts", elements);
                context(ctx);
            }
            case Expression.Slice(var lower, var upper, var step, var _) -> {
                child("lower", lower);
                child("upper", upper);
                child("step", step);
            }
            case Expression.Set(var elements, var _) -> children("elts", elements);
            case Expression.Dict(var keys, var values, var _) -> {
                gaps("keys", keys);
                children("values", values);
            }
            case Expression.ListComp(var element, var clauses, var _) ->
                    comprehension(element, clauses);
            case Expression.SetComp(var element, var clauses, var _) ->
                    comprehension(element, clauses);
            case Expression.GeneratorExp(var element, var clauses, var _) ->
                    comprehension(element, clauses);
            case Expression.DictComp(var key, var value, var clauses, var _) -> {
                child("key", key);
                child("value", value);
                children("generators", clauses);
            }
            case Expression.FormattedValue(var value, var conversion, var spec, var _) -> {
                child("value", value);
                number("conversion", conversion);
                child("format_spec", spec);
            }
            case Expression.Interpolation(var value, var text, var conversion, var spec, var _) -> {
                child("value", value);
                constant("str", text);
                number("conversion", conversion);
                child("format_spec", spec);
            }
            case Expression.JoinedStr(var values, var _) -> children("values", values);
            case Expression.TemplateStr(var values, var _) -> children("values", values);
            case Expression _ -> throw new IllegalArgumentException(expression.toString());
        }
    }

    private void comprehension(Expression element, List<Ast.Comprehension> clauses) {
        child("elt", element);
        children("generators", clauses);
    }

    private void compare(Expression.Compare compare) {
        child("left", compare.left());
        label("ops");
        out.append('[');
        String separator = "";
        for (CompareOperator op : compare.ops()) {
            out.append(separator).append(op.astName()).append("()");
            separator = ", ";
        }
        out.append(']');
        children("comparators", compare.comparators());
    }
}
