from typing import Callable

OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
}


def apply(f: Callable[[int, int], int], a: int, b: int) -> int:
    return f(a, b)


def main() -> None:
    for name, operation in OPERATIONS.items():
        print(name, operation(17, 5), apply(operation, 2**62, 2))
    double: Callable[[int], int] = lambda n: n * 2
    print(double(4), (lambda: "none")(), sorted([3, -5, 1], key=lambda n: n * n))
    print(apply(lambda a, b: a * 10 + b, 4, 2), [f(1, 1) for f in OPERATIONS.values()])


main()
