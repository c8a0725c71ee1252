"""The primes below a limit, in three ways."""

import sys
from typing import Iterator


def by_list(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    primes = []
    for n in range(2, limit + 1):
        if flags[n]:
            primes.append(n)
            for multiple in range(n * n, limit + 1, n):
                flags[multiple] = False
    return primes


def by_bytes(limit: int) -> int:
    flags = bytearray([1]) * (limit + 1)
    flags[0] = flags[1] = 0
    n = 2
    while n * n <= limit:
        if flags[n]:
            flags[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
        n += 1
    return sum(flags)


def one_by_one() -> Iterator[int]:
    multiples: dict[int, int] = {}
    n = 2
    while True:
        step = multiples.pop(n, 0)
        if step == 0:
            yield n
            multiples[n * n] = n
        else:
            following = n + step
            while following in multiples:
                following += step
            multiples[following] = step
        n += 1


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 30000
    primes = by_list(limit)
    print(len(primes), primes[:10], primes[-3:], by_bytes(limit))
    total = 0
    for p in one_by_one():
        if p > limit:
            break
        total += p
    print(total, total == sum(primes))


if __name__ == "__main__":
    main()
