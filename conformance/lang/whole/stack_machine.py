"""Stack machine with a small compiler: brainf*** and RPN."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import Enum
from typing import Union


class Op(Enum):
    PUSH = "push"
    ADD = "add"
    SUB = "sub"
    MUL = "mul"
    DUP = "dup"
    SWAP = "swap"
    JMP = "jmp"
    JZ = "jz"
    PRINT = "print"
    CALL = "call"
    RET = "ret"
    HALT = "halt"


@dataclass
class Instruction:
    op: Op
    arg: int | str | None = None

    def __str__(self) -> str:
        return self.op.value if self.arg is None else f"{self.op.value} {self.arg}"


class VMError(RuntimeError):
    def __init__(self, message: str, pc: int) -> None:
        super().__init__(message)
        self.pc = pc

    def __str__(self) -> str:
        return f"{self.args[0]} at {self.pc}"


def assemble(source: str) -> list[Instruction]:
    labels: dict[str, int] = {}
    program: list[Instruction] = []
    for line in source.strip().splitlines():
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(program)
            continue
        name, *args = line.split()
        arg: int | str | None = None
        if args:
            arg = int(args[0]) if args[0].lstrip("-").isdigit() else args[0]
        program.append(Instruction(Op(name), arg))
    for instruction in program:
        if isinstance(instruction.arg, str):
            instruction.arg = labels[instruction.arg]
    return program


@dataclass
class Machine:
    program: list[Instruction]
    stack: list[int] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    pc: int = 0
    output: list[str] = field(default_factory=list)

    def pop(self) -> int:
        try:
            return self.stack.pop()
        except IndexError as e:
            raise VMError("stack underflow", self.pc) from e

    def run(self, limit: int = 10_000) -> str:
        steps = 0
        while (instruction := self.program[self.pc]).op is not Op.HALT:
            steps += 1
            if steps > limit:
                raise VMError("too many steps", self.pc)
            self.pc += 1
            match instruction:
                case Instruction(Op.PUSH, int(n)):
                    self.stack.append(n)
                case Instruction(op=Op.ADD | Op.SUB | Op.MUL as op):
                    b, a = self.pop(), self.pop()
                    self.stack.append(a + b if op is Op.ADD else a - b if op is Op.SUB else a * b)
                case Instruction(Op.DUP):
                    self.stack.append(self.stack[-1])
                case Instruction(Op.SWAP):
                    self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]
                case Instruction(Op.JMP, int(target)):
                    self.pc = target
                case Instruction(Op.JZ, int(target)) if self.pop() == 0:
                    self.pc = target
                case Instruction(Op.CALL, int(target)):
                    self.calls.append(self.pc)
                    self.pc = target
                case Instruction(Op.RET):
                    self.pc = self.calls.pop()
                case Instruction(Op.PRINT):
                    self.output.append(str(self.pop()))
        return " ".join(self.output)


def brain(code: str, data: str = "") -> str:
    jumps: dict[int, int] = {}
    stack: list[int] = []
    for i, ch in enumerate(code):
        if ch == "[":
            stack.append(i)
        elif ch == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape = bytearray(100)
    out = bytearray()
    pointer = pc = 0
    source = iter(data.encode())
    while pc < len(code):
        match code[pc]:
            case ">":
                pointer += 1
            case "<":
                pointer -= 1
            case "+":
                tape[pointer] = (tape[pointer] + 1) % 256
            case "-":
                tape[pointer] = (tape[pointer] - 1) % 256
            case ".":
                out.append(tape[pointer])
            case ",":
                tape[pointer] = next(source, 0)
            case "[" if not tape[pointer]:
                pc = jumps[pc]
            case "]" if tape[pointer]:
                pc = jumps[pc]
        pc += 1
    return out.decode("ascii")


FACTORIAL = """
  push 1
  push 10
loop:
  dup
  jz end
  dup
  push -1
  add
  swap
  call times   ; multiply
  jmp loop
end:
  print
  print
  halt
times:
  ret
"""


def main() -> int:
    program = assemble("push 2\npush 3\nadd\ndup\nprint\npush 4\nmul\nprint\nhalt")
    print(Machine(program).run())
    for i, instruction in enumerate(program):
        print(f"{i:02d} {instruction}")
    countdown = assemble(
        "push 3\nloop:\ndup\nprint\npush 1\nsub\ndup\njz end\njmp loop\nend:\nhalt"
    )
    print(Machine(countdown).run())
    for source in ("add\nhalt", "l:\njmp l", "fly"):
        try:
            Machine(assemble(source)).run()
        except VMError as e:
            print("VMError:", e, type(e.__cause__).__name__)
        except ValueError as e:
            print("ValueError:", e)
    print(len(assemble(FACTORIAL)))
    hello = (
        "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."
        ">>.<-.<.+++.------.--------.>>+."
    )
    print(brain(hello), brain(",[.,]", "echo"))
    return 3


if __name__ == "__main__":
    sys.exit(main())
