from typing import Iterable, Iterator


def numbers() -> Iterator[int]:
    n = 0
    while True:
        n += 1
        print("make", n)
        yield n


def odd(items: Iterable[int]) -> Iterator[int]:
    for n in items:
        if n % 2:
            yield n


def take(count: int, items: Iterable[int]) -> Iterator[int]:
    for n in items:
        if count == 0:
            return
        count -= 1
        yield n


def main() -> None:
    print(list(take(3, odd(numbers()))))


main()
