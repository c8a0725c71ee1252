package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.types.TypedExpression;

/// Lowers displays of tuples, lists, sets and dicts, f-strings, and slices.
final class Displays {
    private static final ClassDesc OBJECTS = CD_Object.arrayType();
    private static final ClassDesc CHARS = ClassDesc.of("java.lang.CharSequence");

    /// From so many constants on CPython makes a set by way of a frozenset, whose order it takes.
    private static final int CONSTANTS_MIN = 3;

    /// How many letters the text of a value may have, where a text is put together.
    private static final int EXPECTED_VALUE_LENGTH = 8;

    private final Body body;

    Displays(Body body) {
        this.body = body;
    }

    private static boolean starred(List<TypedExpression> elements) {
        return elements.stream().anyMatch(TypedExpression.Starred.class::isInstance);
    }

    private Local array(List<TypedExpression> elements) {
        if (LargeDisplays.apply(elements)) {
            return new LargeDisplays(body).array(elements);
        }
        Local array = body.out.temporary(Kind.of(OBJECTS));
        body.out.add(new Instruction.Array(array, body.values(elements)));
        return array;
    }

    void tuple(Local target, TypedExpression.TupleDisplay display) {
        ClassDesc type = Library.of("Tuple");
        if (starred(display.elements())) {
            Local list = gather(Library.of("ObjectList"), display.elements());
            body.out.call(
                    target,
                    Member.ofStatic(type, "from", MethodTypeDesc.of(type, CD_Object)),
                    list);
            return;
        }
        if (display.elements().size() == 2) {
            pair(target, type, body.values(display.elements()));
            return;
        }
        of(target, type, "of", display.elements());
    }

    /// A tuple of two, which keeps two ints without objects.
    private void pair(Local target, ClassDesc type, List<Operand> elements) {
        MethodTypeDesc objects = MethodTypeDesc.of(type, CD_Object, CD_Object);
        Member any = Member.ofStatic(type, "of", objects);
        boolean ints = elements.stream().allMatch(each -> each.kind().equals(Kind.INT));
        MethodTypeDesc longs = MethodTypeDesc.of(type, CD_long, CD_long);
        Member fast = ints ? Member.ofStatic(type, "of", longs) : any;
        body.out.add(new Call(Optional.of(target), fast, any, elements, Widening.NONE));
    }

    private void of(Local target, ClassDesc type, String name, List<TypedExpression> elements) {
        body.out.call(
                target,
                Member.ofStatic(type, name, MethodTypeDesc.of(type, OBJECTS)),
                array(elements));
    }

    void list(Local target, TypedExpression.ListDisplay display) {
        ClassDesc type = listClass(body.kind(display));
        boolean boxed = type.equals(Library.of("ObjectList"));
        if (starred(display.elements()) || !boxed) {
            body.out.add(new Instruction.Move(target, gather(type, display.elements())));
        } else {
            of(target, type, "of", display.elements());
        }
    }

    /// The class of new lists; where the elements are of any type, they are objects.
    static ClassDesc listClass(Kind kind) {
        if (kind instanceof Kind.Reference(ClassDesc type)
                && !type.equals(Library.of("PyList"))
                && type.packageName().equals("krait.runtime")
                && type.displayName().endsWith("List")) {
            return type;
        }
        return Library.of("ObjectList");
    }

    private Local gather(ClassDesc type, List<TypedExpression> elements) {
        Local list = body.out.local("display", Kind.of(type));
        body.out.call(list, Member.ofConstructor(type));
        if (LargeDisplays.apply(elements)) {
            new LargeDisplays(body).append(list, type, elements);
            return list;
        }
        for (TypedExpression element : elements) {
            if (element instanceof TypedExpression.Starred star) {
                body.loops.each(star.iteration(), item -> append(list, type, item));
            } else {
                append(list, type, body.value(element));
            }
        }
        return list;
    }

    /// Appends to a list.
    void append(Local list, ClassDesc type, Operand item) {
        Member object = Member.ofVirtual(type, "append", MethodTypeDesc.of(CD_void, CD_Object));
        Member fast = object;
        if (type.equals(Library.of("IntList")) && item.kind().equals(Kind.INT)) {
            fast = Member.ofVirtual(type, "append", MethodTypeDesc.of(CD_void, CD_long));
        }
        body.out.add(new Call(Optional.empty(), fast, object, List.of(list, item), Widening.NONE));
    }

    void set(Local target, TypedExpression.SetDisplay display) {
        ClassDesc type = Library.of("PySet");
        if (starred(display.elements())) {
            Local list = gather(Library.of("ObjectList"), display.elements());
            body.out.call(
                    target,
                    Member.ofStatic(type, "from", MethodTypeDesc.of(type, CD_Object)),
                    list);
            return;
        }
        boolean constants =
                display.elements().size() >= CONSTANTS_MIN
                        && display.elements().stream()
                                .allMatch(TypedExpression.Constant.class::isInstance);
        if (constants) {
            ClassDesc frozen = Library.of("FrozenSet");
            Local set = body.out.temporary(Kind.of(frozen));
            of(set, frozen, "of", display.elements());
            MethodTypeDesc copy = MethodTypeDesc.of(type, frozen);
            body.out.call(target, Member.ofStatic(type, "ofConstants", copy), set);
            return;
        }
        of(target, type, "of", display.elements());
    }

    void dict(Local target, TypedExpression.DictDisplay display) {
        ClassDesc type = Library.of("Dict");
        boolean plain = display.items().stream().allMatch(item -> item.key().isPresent());
        if (plain) {
            of(target, type, "of", LargeDisplays.pairs(display));
            return;
        }
        Local dict = body.out.local("display", Kind.of(type));
        body.out.call(dict, Member.ofConstructor(type));
        for (TypedExpression.Item item : display.items()) {
            if (item.key().isPresent()) {
                List<Operand> pair = body.values(List.of(item.key().orElseThrow(), item.value()));
                setItem(dict, pair.get(0), pair.get(1));
            } else {
                Operand mapping = body.value(item.value());
                body.out.call(
                        Member.ofVirtual(type, "update", MethodTypeDesc.of(CD_void, CD_Object)),
                        dict,
                        mapping);
            }
        }
        body.out.add(new Instruction.Move(target, dict));
    }

    /// `dict[key] = value`.
    void setItem(Local dict, Operand key, Operand value) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_void, CD_Object, CD_Object);
        body.out.call(Member.ofVirtual(Library.of("Dict"), "__setitem__", type), dict, key, value);
    }

    void item(Local target, TypedExpression.TupleItem item) {
        Operand tuple = body.value(item.tuple());
        element(target, tuple, item.index());
    }

    /// An element of a tuple that is long enough.
    void element(Local target, Operand tuple, int index) {
        ClassDesc type = Library.of("Tuple");
        boolean whole = target.kind().equals(Kind.INT);
        Member get = Member.ofVirtual(type, "get", MethodTypeDesc.of(CD_Object, CD_int));
        Member intAt = Member.ofVirtual(type, "intAt", MethodTypeDesc.of(CD_long, CD_int));
        Widening widening = whole ? Widening.BEHIND : Widening.NONE;
        List<Operand> operands = List.of(tuple, Operand.ofRaw(index));
        body.out.add(new Call(Optional.of(target), whole ? intAt : get, get, operands, widening));
    }

    void format(Local target, TypedExpression.Format format) {
        ClassDesc type = Library.of("TextBuilder");
        Local builder = body.out.local("format", Kind.of(type));
        body.out.call(builder, Member.ofConstructor(type, CD_int), Operand.ofRaw(expected(format)));
        Member append = Member.ofVirtual(type, "append", MethodTypeDesc.of(type, CHARS));
        for (TypedExpression.Part part : format.parts()) {
            Local text = body.out.temporary(Kinds.TEXT);
            switch (part) {
                case TypedExpression.TextPart plain -> body.expressions.text(text, plain.text());
                case TypedExpression.ValuePart value -> formatted(text, value);
            }
            body.out.call(append, builder, text);
        }
        body.out.call(target, Member.ofVirtual(type, "build", MethodTypeDesc.of(CHARS)), builder);
    }

    /// How long the text may become.
    private static int expected(TypedExpression.Format format) {
        int length = 0;
        for (TypedExpression.Part part : format.parts()) {
            length +=
                    switch (part) {
                        case TypedExpression.TextPart plain -> plain.text().text().length();
                        case TypedExpression.ValuePart _ -> EXPECTED_VALUE_LENGTH;
                    };
        }
        return length;
    }

    private void formatted(Local text, TypedExpression.ValuePart part) {
        Operand value = body.value(part.value());
        if (part.conversion() > 0) {
            String name =
                    switch (part.conversion()) {
                        case 'r' -> "repr";
                        case 'a' -> "ascii";
                        default -> "str";
                    };
            Local converted = body.out.temporary(Kinds.TEXT);
            body.out.call(converted, values(name), value);
            value = converted;
        }
        if (part.spec().isEmpty()) {
            if (value.kind().equals(Kinds.TEXT)) {
                body.out.add(new Instruction.Move(text, value));
            } else if (value.kind() instanceof Kind.Reference) {
                formatted(text, value, new Operand.TextConstant(""));
            } else {
                body.out.call(text, values("str"), value);
            }
            return;
        }
        Operand kept = body.local(value, value.kind());
        formatted(text, kept, body.value(part.spec().orElseThrow()));
    }

    private void formatted(Local text, Operand value, Operand spec) {
        MethodTypeDesc type = MethodTypeDesc.of(CHARS, CD_Object, CHARS);
        body.out.call(text, Member.ofStatic(Library.of("Format"), "format", type), value, spec);
    }

    private static Member values(String name) {
        return Member.ofStatic(Expressions.VALUES, name, MethodTypeDesc.of(CHARS, CD_Object));
    }

    private static Member sliceOf(String name, ClassDesc bound, int bounds) {
        ClassDesc type = Library.of("Slice");
        List<ClassDesc> parameters = java.util.Collections.nCopies(bounds, bound);
        return Member.ofStatic(type, name, MethodTypeDesc.of(type, parameters));
    }

    void slice(Local target, TypedExpression.SliceValue slice) {
        List<Operand> parts = new ArrayList<>();
        List<TypedExpression> present = new ArrayList<>();
        slice.lower().ifPresent(present::add);
        slice.upper().ifPresent(present::add);
        slice.step().ifPresent(present::add);
        List<Operand> values = new ArrayList<>(body.values(present));
        boolean ints = values.stream().allMatch(each -> each.kind().equals(Kind.INT));
        if (ints && !values.isEmpty() && (slice.step().isEmpty() || values.size() == 3)) {
            String name = slice.lower().isEmpty() ? "to" : slice.upper().isEmpty() ? "from" : "of";
            body.out.add(
                    new Call(
                            Optional.of(target),
                            sliceOf(name, CD_long, values.size()),
                            sliceOf(name, CD_Object, values.size()),
                            values,
                            Widening.NONE));
            return;
        }
        parts.add(slice.lower().isPresent() ? values.removeFirst() : Operand.NULL);
        parts.add(slice.upper().isPresent() ? values.removeFirst() : Operand.NULL);
        parts.add(slice.step().isPresent() ? values.removeFirst() : Operand.NULL);
        ClassDesc type = Library.of("Slice");
        body.out.call(
                target,
                Member.ofStatic(
                        type, "of", MethodTypeDesc.of(type, CD_Object, CD_Object, CD_Object)),
                parts.toArray(Operand[]::new));
    }
}
