package krait.compiler.code;

import java.util.List;
import java.util.Optional;

/// What a function does, for the JVM but not yet its bytecode: instructions over typed locals.
///
/// There is no operand stack between instructions. So the locals hold all there is at a widening
/// point, and fast code can go on in its twin there.
///
/// @param parameters the first of the locals, the receiver of an instance method among them
/// @param locals each at its index
/// @param result empty for None alone, which is `void`
/// @param regions the innermost first, as the JVM wants them
public record Code(
        List<Local> parameters,
        List<Local> locals,
        Optional<Kind> result,
        List<Instruction> instructions,
        List<Region> regions) {
    public Code {
        parameters = List.copyOf(parameters);
        locals = List.copyOf(locals);
        instructions = List.copyOf(instructions);
        regions = List.copyOf(regions);
    }

    /// Whether fast code would differ from its twin.
    public boolean hasInts() {
        return locals.stream().anyMatch(local -> local.kind().equals(Kind.INT))
                || result.filter(kind -> kind.equals(Kind.INT)).isPresent()
                || instructions.stream().anyMatch(each -> each.widening() != Widening.NONE);
    }
}
