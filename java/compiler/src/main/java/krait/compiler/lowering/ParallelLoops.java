package krait.compiler.lowering;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction.Call;
import krait.compiler.code.Instruction.IntBinary;
import krait.compiler.code.Instruction.JumpBool;
import krait.compiler.code.Instruction.Move;
import krait.compiler.code.IntOperation;
import krait.compiler.code.Kind;
import krait.compiler.code.Library;
import krait.compiler.code.Local;
import krait.compiler.code.Member;
import krait.compiler.code.Operand;
import krait.compiler.code.Widening;
import krait.compiler.types.Argument;
import krait.compiler.types.FunctionSymbol;
import krait.compiler.types.Iteration;
import krait.compiler.types.Origin;
import krait.compiler.types.Parameter;
import krait.compiler.types.Type;
import krait.compiler.types.TypedExpression;
import krait.compiler.types.TypedTarget;

/// Lowers loops that unpack what `enumerate`, `zip` and `dict.items` give: without the tuples.
final class ParallelLoops {
    private final Body body;
    private final Loops loops;

    ParallelLoops(Body body, Loops loops) {
        this.body = body;
        this.loops = loops;
    }

    /// The source of such a loop; none for all others.
    Optional<Loops.Source> of(Iteration iteration, TypedTarget target) {
        if (!(target instanceof TypedTarget.UnpackTarget unpack)
                || unpack.star().isPresent()
                || !(iteration.element() instanceof Type.TupleType tuple)
                || !(iteration.iterable() instanceof TypedExpression.Call call)
                || call.function().origin() != Origin.NATIVE) {
            return Optional.empty();
        }
        List<Type> elements = tuple.elements();
        List<TypedExpression> given = positional(call);
        return switch (name(call.function())) {
            case "enumerate" -> enumerate(call, given, elements);
            case "zip" -> zip(call, given, elements);
            case "dict.items" -> Optional.of(items(call));
            default -> Optional.empty();
        };
    }

    /// The name of a builtin, with its class before it; empty for all others.
    static String name(FunctionSymbol function) {
        String owner = function.owner().map(symbol -> symbol.name() + ".").orElse("");
        return function.module().name().equals("builtins") ? owner + function.name() : "";
    }

    /// The arguments for parameters that are no keywords; empty if there are others.
    private static List<TypedExpression> positional(TypedExpression.Call call) {
        List<TypedExpression> given = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.Given(Parameter parameter, TypedExpression value, _)) {
                if (parameter.kind() != Parameter.Kind.POSITIONAL_ONLY
                        && parameter.kind() != Parameter.Kind.NORMAL) {
                    return List.of();
                }
                given.add(bare(value));
            }
        }
        return given;
    }

    /// The value without what only changes its static type.
    static TypedExpression bare(TypedExpression value) {
        return value instanceof TypedExpression.Convert convert
                        && convert.conversion() == TypedExpression.Conversion.WIDEN
                        && convert.value().type() instanceof Type.NominalType
                ? convert.value()
                : value;
    }

    private Optional<Loops.Source> enumerate(
            TypedExpression.Call call, List<TypedExpression> given, List<Type> elements) {
        boolean plain = given.size() == 1 || given.getLast() instanceof TypedExpression.Constant;
        if (given.isEmpty() || !plain) {
            return Optional.empty();
        }
        Loops.Source items = source(given.getFirst(), elements.getLast());
        Operand start = given.size() == 1 ? Operand.ofInt(0) : body.value(given.getLast());
        Local number = body.out.local("number", Kind.INT);
        body.out.add(new Move(number, start));
        Local item = body.out.local("item", items.element());
        return Optional.of(
                Loops.Source.ofParts(
                        end -> {
                            body.out.line(call.span().line());
                            items.advance().accept(end);
                            items.item().accept(item);
                        },
                        List.of(
                                target -> {
                                    body.out.add(new Move(target, number));
                                    Operand one = Operand.ofInt(1);
                                    body.out.add(
                                            new IntBinary(
                                                    IntOperation.ADD, number, number, one, false));
                                },
                                target -> body.out.add(new Move(target, item)))));
    }

    private Loops.Source source(TypedExpression iterable, Type element) {
        return loops.source(new Iteration(iterable, element, Optional.empty()));
    }

    /// Only over what nobody can see being asked for its iterator.
    private Optional<Loops.Source> zip(
            TypedExpression.Call call, List<TypedExpression> given, List<Type> elements) {
        if (given.size() < 2 || !given.stream().allMatch(each -> quiet(body.kind(each)))) {
            return Optional.empty();
        }
        List<Operand> values = body.values(given);
        List<Loops.Source> sources = new ArrayList<>();
        List<Local> items = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            sources.add(loops.source(values.get(i), body.program.kinds.of(elements.get(i))));
            items.add(body.out.local("item", sources.get(i).element()));
        }
        return Optional.of(
                Loops.Source.ofParts(
                        end -> {
                            body.out.line(call.span().line());
                            for (int i = 0; i < sources.size(); i++) {
                                sources.get(i).advance().accept(end);
                                sources.get(i).item().accept(items.get(i));
                            }
                        },
                        items.stream().map(this::moving).toList()));
    }

    private Loops.Item moving(Local item) {
        return target -> body.out.add(new Move(target, item));
    }

    private static boolean quiet(Kind kind) {
        return kind.equals(Kinds.TEXT)
                || (kind instanceof Kind.Reference(ClassDesc type)
                        && type.packageName().equals("krait.runtime"));
    }

    private Loops.Source items(TypedExpression.Call call) {
        ClassDesc dict = Library.of("Dict");
        ClassDesc iterator = Library.of("DictIterator");
        Operand receiver = body.value(call.receiver().orElseThrow());
        Local over = body.out.local("items", Kind.of(iterator));
        MethodTypeDesc make = MethodTypeDesc.of(iterator, dict);
        body.out.call(over, Member.ofStatic(iterator, "items", make), receiver);
        return Loops.Source.ofParts(
                end -> {
                    Local more = body.out.temporary(Kind.BOOL);
                    MethodTypeDesc advance = MethodTypeDesc.of(CD_boolean);
                    body.out.call(more, Member.ofVirtual(iterator, "advance", advance), over);
                    body.out.add(new JumpBool(more, false, end));
                },
                List.of(
                        target -> part(target, over, "key"),
                        target -> part(target, over, "mapped")));
    }

    private void part(Local target, Local iterator, String name) {
        MethodTypeDesc type = MethodTypeDesc.of(CD_Object);
        Member get = Member.ofVirtual(Library.of("DictIterator"), name, type);
        Widening widening = target.kind().equals(Kind.INT) ? Widening.BEHIND : Widening.NONE;
        body.out.add(new Call(Optional.of(target), get, get, List.of(iterator), widening));
    }
}
