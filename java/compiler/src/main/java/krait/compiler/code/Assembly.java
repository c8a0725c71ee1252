package krait.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import krait.compiler.code.Instruction.Label;

/// Puts a [Code] together, instruction by instruction.
public final class Assembly {
    private final List<Local> parameters = new ArrayList<>();
    private final List<Local> locals = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private int labels;
    private int line = -1;

    /// The next parameter; all come before the first other local.
    public Local parameter(String name, Kind kind) {
        Local local = local(name, kind);
        parameters.add(local);
        return local;
    }

    /// A new local.
    public Local local(String name, Kind kind) {
        Local local = new Local(locals.size(), name, kind);
        locals.add(local);
        return local;
    }

    /// A new local without a name.
    public Local temporary(Kind kind) {
        return local("", kind);
    }

    /// A label that does not stand anywhere yet.
    public Label label() {
        return new Label(labels++);
    }

    /// A label that stands here.
    public Label here() {
        Label label = label();
        instructions.add(label);
        return label;
    }

    public void add(Instruction instruction) {
        instructions.add(instruction);
    }

    /// What follows belongs to this line of the source.
    public void line(int number) {
        if (number != line) {
            line = number;
            instructions.add(new Instruction.Line(number));
        }
    }

    /// The line of what was added last.
    public int line() {
        return line;
    }

    /// Inner regions are added before those around them.
    public void region(Label start, Label end, Label handler, ClassDesc type, Local caught) {
        regions.add(new Region(start, end, handler, type, caught));
    }

    /// How many instructions there are.
    public int size() {
        return instructions.size();
    }

    /// An instruction added before.
    public Instruction get(int index) {
        return instructions.get(index);
    }

    /// Adds between others.
    public void insert(int index, Instruction instruction) {
        instructions.add(index, instruction);
    }

    /// Whether what is added now can be reached from above.
    public boolean falls() {
        return instructions.isEmpty() || instructions.getLast().falls();
    }

    /// Calls without a result, or for its effect alone.
    public void call(Member method, Operand... arguments) {
        add(
                new Instruction.Call(
                        Optional.empty(), method, method, List.of(arguments), Widening.NONE));
    }

    /// Calls a method that is the same in fast code and in the twin.
    public void call(Local target, Member method, Operand... arguments) {
        add(
                new Instruction.Call(
                        Optional.of(target), method, method, List.of(arguments), Widening.NONE));
    }

    public Code code(Optional<Kind> result) {
        return new Code(parameters, locals, result, instructions, regions);
    }
}
