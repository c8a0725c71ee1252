from dataclasses import dataclass


@dataclass
class Number:
    value: int


@dataclass
class Add:
    left: "Expression"
    right: "Expression"


@dataclass
class Multiply:
    left: "Expression"
    right: "Expression"


@dataclass
class Negate:
    operand: "Expression"


Expression = Number | Add | Multiply | Negate


def evaluate(e: Expression) -> int:
    match e:
        case Number(value):
            return value
        case Add(left, right):
            return evaluate(left) + evaluate(right)
        case Multiply(Number(0), _) | Multiply(_, Number(0)):
            return 0
        case Multiply(left, right):
            return evaluate(left) * evaluate(right)
        case Negate(operand=inner):
            return -evaluate(inner)


def show(e: Expression) -> str:
    match e:
        case Number(value=n) if n < 0:
            return f"({n})"
        case Number(value=n):
            return str(n)
        case Add(a, b):
            return f"({show(a)} + {show(b)})"
        case Multiply(a, b):
            return f"{show(a)} * {show(b)}"
        case Negate(a):
            return f"-{show(a)}"


def main() -> None:
    e = Add(Number(2), Multiply(Number(-3), Negate(Add(Number(4), Number(2**62)))))
    print(show(e), evaluate(e), evaluate(Multiply(Number(0), e)))


main()
