package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.ClassPlan.MethodPlan;
import krait.compiler.code.ClassPlan.Shape;
import krait.compiler.code.Instruction;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.types.TypedExpression;

/// Makes displays of many constants in methods of classes of their own: a method of the JVM has at
/// most 64 KB of code, a class 65,535 constants, and time to compile a method grows faster than its
/// length.
final class LargeDisplays {
    private static final ClassDesc OBJECTS = CD_Object.arrayType();
    private static final ClassDesc RUNTIME = Library.of("LargeDisplay");

    /// How many expressions one method makes.
    private static final int PARTS_MAX = 400;

    /// How many methods one class has.
    private static final int METHODS_MAX = 20;

    private final Body body;
    private final List<MethodPlan> methods = new ArrayList<>();
    private ClassDesc owner;

    LargeDisplays(Body body) {
        this.body = body;
        this.owner = body.program.inner(ModuleNames.DISPLAY, "");
    }

    /// Whether a display is made here: it has many parts, and none needs anything of the function.
    static boolean apply(List<TypedExpression> elements) {
        int parts = 0;
        for (TypedExpression element : elements) {
            int more = parts(element);
            if (more < 0) {
                return false;
            }
            parts += more;
        }
        return parts > PARTS_MAX;
    }

    /// How many expressions an expression of constants is made of; -1 for any other.
    private static int parts(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Constant _, TypedExpression.ClassVariableRead _ -> 1;
            case TypedExpression.UnaryArithmetic minus -> parts(minus.operand());
            case TypedExpression.Convert convert -> parts(convert.value());
            case TypedExpression.ListDisplay list -> parts(list.elements());
            case TypedExpression.TupleDisplay tuple -> parts(tuple.elements());
            case TypedExpression.SetDisplay set -> parts(set.elements());
            case TypedExpression.DictDisplay dict ->
                    dict.items().stream().allMatch(item -> item.key().isPresent())
                            ? parts(pairs(dict))
                            : -1;
            case TypedExpression _ -> -1;
        };
    }

    private static int parts(List<TypedExpression> elements) {
        int parts = 2;
        for (TypedExpression element : elements) {
            int more = parts(element);
            if (more < 0) {
                return -1;
            }
            parts += more;
        }
        return parts;
    }

    /// Keys and values in their order.
    static List<TypedExpression> pairs(TypedExpression.DictDisplay dict) {
        List<TypedExpression> all = new ArrayList<>();
        for (TypedExpression.Item item : dict.items()) {
            all.add(item.key().orElseThrow());
            all.add(item.value());
        }
        return all;
    }

    /// The elements in an array.
    Local array(List<TypedExpression> elements) {
        Local all = body.out.temporary(Kind.of(OBJECTS));
        MethodTypeDesc room = MethodTypeDesc.of(OBJECTS, CD_long);
        body.out.call(all, Member.ofStatic(RUNTIME, "room", room), Operand.ofRaw(elements.size()));
        MethodTypeDesc put = MethodTypeDesc.of(CD_void, OBJECTS, CD_long, OBJECTS);
        chunks(
                elements,
                (first, chunk) -> {
                    Body part = body(Optional.of(Kind.of(OBJECTS)));
                    Local made = part.out.temporary(Kind.of(OBJECTS));
                    part.out.add(new Instruction.Array(made, part.values(chunk)));
                    part.out.add(new Instruction.Return(Optional.of(made)));
                    Local array = body.out.temporary(Kind.of(OBJECTS));
                    body.out.call(array, method(part, MethodTypeDesc.of(OBJECTS)));
                    Member member = Member.ofStatic(RUNTIME, "put", put);
                    body.out.call(member, all, Operand.ofRaw(first), array);
                });
        return all;
    }

    /// Appends the elements to a list.
    void append(Local list, ClassDesc type, List<TypedExpression> elements) {
        chunks(
                elements,
                (_, chunk) -> {
                    Body part = body(Optional.empty());
                    Local filled = part.out.parameter("list", Kind.of(type));
                    for (TypedExpression element : chunk) {
                        part.displays.append(filled, type, part.value(element));
                    }
                    part.out.add(new Instruction.Return(Optional.empty()));
                    body.out.call(method(part, MethodTypeDesc.of(CD_void, type)), list);
                });
    }

    /// Does something with a part of the elements.
    private interface Chunk {
        void make(int first, List<TypedExpression> elements);
    }

    private void chunks(List<TypedExpression> elements, Chunk action) {
        int first = 0;
        int parts = 0;
        for (int i = 0; i < elements.size(); i++) {
            parts += parts(elements.get(i));
            if (parts >= PARTS_MAX || i == elements.size() - 1) {
                action.make(first, elements.subList(first, i + 1));
                first = i + 1;
                parts = 0;
            }
        }
        addClass();
    }

    private Body body(Optional<Kind> result) {
        return new Body(body.program, "part", result);
    }

    private Member method(Body part, MethodTypeDesc type) {
        if (methods.size() == METHODS_MAX) {
            addClass();
            owner = body.program.inner(ModuleNames.DISPLAY, "");
        }
        String name = "part" + methods.size();
        methods.add(new MethodPlan(name, true, Shape.WIDE, part.out.code(part.result)));
        return Member.ofStatic(owner, name, type);
    }

    private void addClass() {
        body.program.addClass(owner, CD_Object, List.of(), List.copyOf(methods));
        methods.clear();
    }
}
