from typing import Iterator


def broken(items: list[int]) -> Iterator[int]:
    it = iter(items)
    while True:
        yield next(it) + next(it)


def main() -> None:
    g = broken([1, 2, 3, 4, 5])
    try:
        for n in g:
            print(n)
    except RuntimeError as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)


main()
