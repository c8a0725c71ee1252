from typing import Callable


def square(n: int) -> int:
    return n * n


def negate(n: int) -> int:
    return -n


class Machine:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    def run(self, n: int) -> int:
        return n * self.factor

    def __call__(self, n: int) -> int:
        return self.run(n) + 1


def twice(f: Callable[[int], int]) -> Callable[[int], int]:
    return lambda n: f(f(n))


def main() -> None:
    functions: list[Callable[[int], int]] = [square, negate, abs, Machine(3).run, Machine(5)]
    print([f(-4) for f in functions], twice(square)(3), twice(Machine(2).run)(5))
    chosen = square if len(functions) > 2 else negate
    print(chosen(7), chosen is square, square == square, square.__name__)
    print(list(map(negate, [1, 2])), max([1, -5, 3], key=square))


main()
