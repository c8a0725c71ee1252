from typing import Iterator


def primes() -> Iterator[int]:
    found: list[int] = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


def pairs(limit: int) -> Iterator[tuple[int, int]]:
    last = 0
    for p in primes():
        if p > limit:
            break
        if p - last == 2:
            yield last, p
        last = p


def main() -> None:
    g = primes()
    print([next(g) for _ in range(15)], list(pairs(60)))


main()
