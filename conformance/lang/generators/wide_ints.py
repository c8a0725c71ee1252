"""Generators whose ints become too wide for a long, at every kind of place."""

from typing import Iterator


def powers(a: int, n: int) -> Iterator[int]:
    x = 1
    for i in range(n):
        yield x
        x = x * a
        if i == 30:
            x = x + n


def nested(n: int) -> Iterator[int]:
    total = 0
    for v in powers(7, n):
        total += v
        yield total
    yield from powers(total, 3)


def boom(n: int) -> Iterator[int]:
    x = n
    while True:
        x = x * x
        yield x
        if x > 10**60:
            raise ValueError("big " + str(x % 1000))


def tryit(n: int) -> Iterator[int]:
    x = n
    try:
        while True:
            x = x * 3 + 1
            yield x
            if x > 10**25:
                y = 1 // (x - x)
    except ZeroDivisionError as e:
        yield -x
        print(e)
    finally:
        print("fin", x)


def main() -> None:
    print(list(powers(3, 60)))
    print(list(nested(40))[-5:])
    print(sum(x * x * x for x in powers(5, 33)))
    print([x for x in tryit(2**62)])
    print(all(x * 2**60 > 0 for x in range(1, 20)))
    k = 2**62
    print(max((k * i + j for i in range(5) for j in range(3)), default=0))
    try:
        for b in boom(3):
            print(b)
    except ValueError as e:
        print(e)
    for b in boom(5):
        print(b)


main()
