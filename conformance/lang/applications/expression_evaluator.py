from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterator, Union


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class BinOp:
    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True)
class Neg:
    operand: Expr


Expr = Union[Num, Var, BinOp, Neg]

TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(.))")
OPS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def tokenize(text: str) -> Iterator[tuple[str, str]]:
    for found in TOKEN.finditer(text):
        number, name, op = found.group(1), found.group(2), found.group(3) or ""
        if number:
            yield "num", number
        elif name:
            yield "name", name
        else:
            yield "op", op
    yield "end", ""


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokenize(text))
        self.pos = 0

    @property
    def current(self) -> tuple[str, str]:
        return self.tokens[self.pos]

    def accept(self, *ops: str) -> str | None:
        kind, value = self.current
        if kind == "op" and value in ops:
            self.pos += 1
            return value
        return None

    def parse(self) -> Expr:
        result = self.sum()
        if self.current[0] != "end":
            raise SyntaxError(f"unexpected {self.current[1]!r}")
        return result

    def sum(self) -> Expr:
        left = self.product()
        while op := self.accept("+", "-"):
            left = BinOp(op, left, self.product())
        return left

    def product(self) -> Expr:
        left = self.unary()
        while op := self.accept("*", "/"):
            left = BinOp(op, left, self.unary())
        return left

    def unary(self) -> Expr:
        if self.accept("-"):
            return Neg(self.unary())
        kind, value = self.current
        self.pos += 1
        if kind == "num":
            return Num(float(value))
        if kind == "name":
            return Var(value)
        if value == "(":
            inner = self.sum()
            if not self.accept(")"):
                raise SyntaxError("missing )")
            return inner
        raise SyntaxError(f"unexpected {value or 'end'!r}")


def evaluate(expr: Expr, env: dict[str, float]) -> float:
    match expr:
        case Num(value):
            return value
        case Var(name):
            return env[name]
        case Neg(operand):
            return -evaluate(operand, env)
        case BinOp(op, left, right):
            return OPS[op](evaluate(left, env), evaluate(right, env))


def show(expr: Expr) -> str:
    if isinstance(expr, Num):
        return f"{expr.value:g}"
    if isinstance(expr, Var):
        return expr.name
    if isinstance(expr, Neg):
        return f"(-{show(expr.operand)})"
    return f"({show(expr.left)} {expr.op} {show(expr.right)})"


def main() -> None:
    env = {"x": 3.0, "rate": 0.5}
    for text in [
        "1 + 2 * x",
        "-(x - 10) / rate",
        "2 * (3 + ",
        "x / (rate - 0.5)",
        "y + 1",
        "1 $ 2",
    ]:
        try:
            tree = Parser(text).parse()
            print(show(tree), "=", evaluate(tree, env))
        except SyntaxError as e:
            print("syntax error:", e)
        except (KeyError, ZeroDivisionError) as e:
            print(type(e).__name__, e)


main()
