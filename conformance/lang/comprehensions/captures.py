from typing import Callable


def make() -> list[Callable[[], int]]:
    return [lambda: n for n in range(3)]


def times(k: int) -> Callable[[int], int]:
    return lambda x: x * k


def make_bound() -> list[Callable[[int], int]]:
    return [times(k) for k in range(3)]


def main() -> None:
    print([f() for f in make()], [f(10) for f in make_bound()])
    factor = 3
    scaled = [factor * n for n in range(4)]
    factor = 5
    print(scaled, [factor * n for n in scaled])
    print([(lambda y: y + x)(1) for x in range(3)])


main()
