package krait.compiler.semantics;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import krait.compiler.diagnostics.Span;
import krait.compiler.semantics.Block.Flag;
import krait.compiler.syntax.Ast;
import krait.compiler.syntax.SyntaxCode;

/// The scopes of a file with what is known of their names, built in the order in which CPython
/// builds its symbol table. Knows the scope that is being visited.
final class SymbolTable {
    private final FutureImports future;
    private final IdentityHashMap<Ast, Block> blocks = new IdentityHashMap<>();
    private final List<Block> stack = new ArrayList<>();

    /// The class whose body is being visited, for private names; empty outside of classes.
    private String owner = "";

    SymbolTable(FutureImports future) {
        this.future = future;
    }

    Block build(Ast.Module module) {
        Block top = new Block(Block.Kind.MODULE, "", "");
        stack.add(top);
        blocks.put(module, top);
        new SymbolStatements(this, future).visit(module.body());
        return top;
    }

    /// The scope that a function, lambda, class or module makes.
    Block of(Ast node) {
        Block block = blocks.get(node);
        if (block == null) {
            throw new IllegalStateException("no scope for " + node.span());
        }
        return block;
    }

    Block current() {
        return stack.getLast();
    }

    /// Enters the new scope that a node makes.
    Block enter(Ast node, Block.Kind kind, String comprehension, String role) {
        Block block = new Block(kind, comprehension, role);
        blocks.put(node, block);
        enter(block);
        return block;
    }

    private void enter(Block block) {
        current().children.add(block);
        block.iterables = current().iterables;
        stack.add(block);
    }

    void leave() {
        stack.removeLast();
    }

    /// Enters the scope in which annotations of the current one are evaluated (PEP 649).
    void enterAnnotations() {
        Block around = current();
        Block block = around.annotations;
        if (block == null) {
            block = new Block(Block.Kind.ANNOTATION, "", "");
            around.annotations = block;
            enter(block);
        } else {
            stack.add(block);
        }
    }

    /// Changes the class that private names belong to; returns the former one.
    String changeOwner(String name) {
        String former = owner;
        owner = name;
        return former;
    }

    /// A private name of a class body is `_Class__name` everywhere else.
    String mangled(String name) {
        if (owner.isEmpty()
                || !name.startsWith("__")
                || name.endsWith("__")
                || name.indexOf('.') >= 0) {
            return name;
        }
        int underscores = 0;
        while (underscores < owner.length() && owner.charAt(underscores) == '_') {
            underscores++;
        }
        return underscores == owner.length() ? name : "_" + owner.substring(underscores) + name;
    }

    Set<Flag> flags(String name) {
        return current().flags(mangled(name));
    }

    /// A name that the program binds; `__debug__` can't be.
    void define(String name, Flag flag, Span span) {
        checkAssignable(name, span);
        add(name, flag, span);
    }

    static void checkAssignable(String name, Span span) {
        if (name.equals("__debug__")) {
            throw debug("cannot assign to __debug__", span);
        }
    }

    static EarlyError debug(String message, Span span) {
        return new EarlyError(SyntaxCode.TARGET, span, message, "use another name");
    }

    void add(String name, Flag flag, Span span) {
        current().add(mangled(name), name, flag, span);
        if (flag == Flag.GLOBAL) {
            stack.getFirst().add(mangled(name), name, flag, span);
        }
    }

    void use(String name, Span span) {
        add(name, Flag.USED, span);
    }

    /// A `global` or `nonlocal`.
    void declare(String name, Flag flag, Span span) {
        add(name, flag, span);
        current().direct(mangled(name), span);
    }

    /// `:=` within a comprehension binds in the function around it.
    void declareOutside(String name, Span span) {
        for (Block block : stack.reversed()) {
            if (block.isComprehension()) {
                Set<Flag> flags = block.flags(mangled(name));
                if (flags.contains(Flag.ITERATED) && flags.contains(Flag.LOCAL)) {
                    throw new EarlyError(
                            SyntaxCode.SCOPE,
                            span,
                            "assignment expression cannot rebind comprehension iteration variable '"
                                    + name
                                    + "'",
                            "use another name for one of the two");
                }
                continue;
            }
            switch (block.kind) {
                case ANNOTATION -> {}
                case FUNCTION -> {
                    boolean global = block.flags(mangled(name)).contains(Flag.GLOBAL);
                    declare(name, global ? Flag.GLOBAL : Flag.NONLOCAL, span);
                    block.add(mangled(name), name, Flag.LOCAL, span);
                }
                case MODULE -> {
                    declare(name, Flag.GLOBAL, span);
                    block.add(mangled(name), name, Flag.GLOBAL, span);
                }
                case CLASS -> throw outside(span, "in a class body");
                case TYPE_PARAMETERS -> throw outside(span, "within the definition of a generic");
                case TYPE_ALIAS -> throw outside(span, "in a type alias");
                case TYPE_VARIABLE -> throw outside(span, "in a TypeVar bound");
            }
            if (block.kind != Block.Kind.ANNOTATION) {
                return;
            }
        }
    }

    private static EarlyError outside(Span span, String place) {
        String message = "assignment expression within a comprehension cannot be used ";
        return new EarlyError(
                SyntaxCode.SCOPE, span, message + place, "assign the name in a statement before");
    }
}
