from typing import Callable


def adder(n: int) -> Callable[[int], int]:
    def add(x: int) -> int:
        return x + n

    return add


def counter() -> tuple[Callable[[], int], Callable[[], None]]:
    value = 0

    def increment() -> int:
        nonlocal value
        value += 1
        return value

    def reset() -> None:
        nonlocal value
        value = 0

    return increment, reset


def compose(f: Callable[[int], int], g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda x: f(g(x))


def main() -> None:
    add5 = adder(5)
    print(add5(1), adder(2)(3), compose(add5, adder(100))(0), compose(add5, add5)(0))
    increment, reset = counter()
    print(increment(), increment())
    reset()
    other, _ = counter()
    print(increment(), other(), other())


main()
