"""All ways to place n queens on a board so that none attacks another."""

import sys
from typing import Iterator


def solutions(n: int) -> Iterator[list[int]]:
    columns: set[int] = set()
    rising: set[int] = set()
    falling: set[int] = set()
    placed: list[int] = []

    def place(row: int) -> Iterator[list[int]]:
        if row == n:
            yield placed[:]
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            placed.append(column)
            yield from place(row + 1)
            placed.pop()
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    return place(0)


def count_by_bits(n: int, columns: int = 0, rising: int = 0, falling: int = 0) -> int:
    full = (1 << n) - 1
    if columns == full:
        return 1
    total = 0
    free = full & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        total += count_by_bits(n, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return total


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    found = list(solutions(n))
    print(len(found), found[0], found[-1])
    for column in found[0]:
        print(". " * column + "Q " + ". " * (n - column - 1))
    print([count_by_bits(k) for k in range(1, n + 1)])


if __name__ == "__main__":
    main()
