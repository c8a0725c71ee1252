from typing import Generator, Iterator


def inner(n: int) -> Generator[int, None, str]:
    for k in range(n):
        yield k
    return f"inner {n}"


def outer() -> Iterator[int]:
    first = yield from inner(2)
    print("received", first)
    yield 100
    second = yield from inner(3)
    print("received", second)
    yield from [7, 8]
    yield from range(2)


def main() -> None:
    print(list(outer()))
    for k in outer():
        print(k, end=" ")
    print()


main()
