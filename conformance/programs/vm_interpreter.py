"""A stack machine: a compiler for postfix text, and the loop that runs its code."""

import sys
from dataclasses import dataclass
from enum import IntEnum, auto


class Op(IntEnum):
    PUSH = auto()
    ADD = auto()
    SUB = auto()
    MUL = auto()
    MOD = auto()
    LESS = auto()
    DUP = auto()
    SWAP = auto()
    OVER = auto()
    DROP = auto()
    LOAD = auto()
    STORE = auto()
    JUMP = auto()
    JUMP_IF_ZERO = auto()
    PRINT = auto()
    CALL = auto()
    RETURN = auto()
    HALT = auto()


@dataclass(frozen=True)
class Instruction:
    op: Op
    argument: int = 0


WORDS = {
    "+": Op.ADD, "-": Op.SUB, "*": Op.MUL, "%": Op.MOD, "<": Op.LESS, "dup": Op.DUP,
    "swap": Op.SWAP, "over": Op.OVER, "drop": Op.DROP, "print": Op.PRINT, "return": Op.RETURN,
    "halt": Op.HALT,
}


class MachineError(Exception):
    pass


def assemble(text: str) -> list[Instruction]:
    words = text.split()
    labels: dict[str, int] = {}
    at = 0
    for word in words:
        if word.endswith(":"):
            labels[word[:-1]] = at
        else:
            at += 1
    code: list[Instruction] = []
    slots: dict[str, int] = {}
    for word in words:
        if word.endswith(":"):
            continue
        if word in WORDS:
            code.append(Instruction(WORDS[word]))
        elif word[0] in "@!":
            slot = slots.setdefault(word[1:], len(slots))
            code.append(Instruction(Op.LOAD if word[0] == "@" else Op.STORE, slot))
        elif word.startswith("jz/"):
            code.append(Instruction(Op.JUMP_IF_ZERO, labels[word[3:]]))
        elif word.startswith("jmp/"):
            code.append(Instruction(Op.JUMP, labels[word[4:]]))
        elif word in labels:
            code.append(Instruction(Op.CALL, labels[word]))
        else:
            code.append(Instruction(Op.PUSH, int(word)))
    return code


class Machine:
    def __init__(self, code: list[Instruction]) -> None:
        self.code = code
        self.stack: list[int] = []
        self.calls: list[int] = []
        self.slots = [0] * 16
        self.steps = 0

    def pop(self) -> int:
        if not self.stack:
            raise MachineError(f"stack is empty after {self.steps} steps")
        return self.stack.pop()

    def run(self) -> None:
        at = 0
        while True:
            instruction = self.code[at]
            at += 1
            self.steps += 1
            op = instruction.op
            if op == Op.PUSH:
                self.stack.append(instruction.argument)
            elif op == Op.LOAD:
                self.stack.append(self.slots[instruction.argument])
            elif op == Op.STORE:
                self.slots[instruction.argument] = self.pop()
            elif op == Op.JUMP:
                at = instruction.argument
            elif op == Op.JUMP_IF_ZERO:
                if self.pop() == 0:
                    at = instruction.argument
            elif op == Op.CALL:
                self.calls.append(at)
                at = instruction.argument
            elif op == Op.RETURN:
                at = self.calls.pop()
            elif op == Op.PRINT:
                print(self.pop())
            elif op == Op.HALT:
                return
            else:
                self.arrange(op)

    def arrange(self, op: Op) -> None:
        b = self.pop()
        if op == Op.DUP:
            self.stack.extend([b, b])
        elif op == Op.DROP:
            pass
        else:
            a = self.pop()
            if op == Op.ADD:
                self.stack.append(a + b)
            elif op == Op.SUB:
                self.stack.append(a - b)
            elif op == Op.MUL:
                self.stack.append(a * b)
            elif op == Op.MOD:
                self.stack.append(a % b)
            elif op == Op.LESS:
                self.stack.append(int(a < b))
            elif op == Op.SWAP:
                self.stack.extend([b, a])
            elif op == Op.OVER:
                self.stack.extend([a, b, a])
            else:
                raise MachineError(f"unknown {op.name}")


FACTORIALS = """
    1 !n 1 !result
loop: @n 31 < jz/end @result @n * !result @n 1 + !n jmp/loop
end: @result print halt
"""
COUNT_PRIMES = """
    0 !count 2 !n
outer: @n LIMIT < jz/end 2 !d
inner: @d @d * @n 1 + < jz/prime
    @n @d % jz/next @d 1 + !d jmp/inner
prime: @count 1 + !count
next: @n 1 + !n jmp/outer
end: @count print
    10 square print halt
square: dup * return
"""


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    for text in [FACTORIALS, COUNT_PRIMES.replace("LIMIT", str(limit)), "1 +"]:
        machine = Machine(assemble(text))
        try:
            machine.run()
        except MachineError as e:
            print("error:", e)
        print(machine.steps, machine.stack, machine.slots[:4])


if __name__ == "__main__":
    main()
