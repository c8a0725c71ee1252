from typing import Iterator


def squares(start: int) -> Iterator[int]:
    n = start
    while True:
        yield n
        n *= n


def partial_sums(numbers: list[int]) -> Iterator[int]:
    total = 0
    for n in numbers:
        total += n
        yield total


def main() -> None:
    values = squares(3)
    for _ in range(8):
        print(next(values))
    print(list(partial_sums([2**62, 2**62, -1, 2**64, -(2**65)])))


main()
