from typing import Iterator


def resource(name: str) -> Iterator[int]:
    print("open", name)
    try:
        for k in range(10):
            yield k
    finally:
        print("close", name)


def first() -> int:
    g = resource("local")
    return next(g)


def main() -> None:
    print(first())
    g = resource("replaced")
    print(next(g))
    g = resource("never started")
    print("done")


main()
