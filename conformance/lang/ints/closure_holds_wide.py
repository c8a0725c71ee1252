from typing import Callable


def accumulator() -> Callable[[int], int]:
    total = 0

    def add(n: int) -> int:
        nonlocal total
        total += n
        return total

    return add


def main() -> None:
    add = accumulator()
    for n in [2**62, 2**62, 2**62, -(2**63), -(2**62)]:
        print(add(n))


main()
