package krait.compiler.code;

import java.lang.constant.ClassDesc;
import krait.compiler.code.Instruction.Label;

/// A stretch of instructions whose exceptions go to a handler.
///
/// @param start its first instruction
/// @param end behind its last
/// @param type of what is caught
/// @param caught where the handler finds it
public record Region(Label start, Label end, Label handler, ClassDesc type, Local caught) {}
