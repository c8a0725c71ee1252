from typing import Iterator


def risky(items: list[int]) -> Iterator[float]:
    for n in items:
        try:
            yield 10 / n
        finally:
            print("cleanup", n)


def main() -> None:
    g = risky([1, 2, 0, 5])
    try:
        for x in g:
            print(x)
    except ZeroDivisionError as e:
        print("error", e)
    print(list(g))


main()
