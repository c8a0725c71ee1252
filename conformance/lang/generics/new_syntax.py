from typing import Callable


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value

    def map[R](self, function: Callable[[T], R]) -> "Box[R]":
        return Box(function(self.value))

    def __repr__(self) -> str:
        return f"Box({self.value!r})"


def last[T](items: list[T]) -> T:
    return items[-1]


def apply_all[A, B](functions: list[Callable[[A], B]], value: A) -> list[B]:
    return [f(value) for f in functions]


type Pairs[T] = list[tuple[T, T]]


def flip[T](pairs: Pairs[T]) -> Pairs[T]:
    return [(b, a) for a, b in pairs]


def main() -> None:
    print(Box(3).map(lambda n: n * 2**62), Box("a").map(len).map(str), last([1.5, 2.5]))
    print(apply_all([abs, lambda n: n + 1], -5), flip([(1, 2)]), flip([("a", "b")]))


main()
