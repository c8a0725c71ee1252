from typing import Generator


def stages() -> Generator[str, None, int]:
    try:
        yield "one"
        try:
            yield "two"
        finally:
            yield "inner finally"
        return 1
    finally:
        print("outer finally")


def run() -> Generator[str, None, None]:
    result = yield from stages()
    yield f"result {result}"


def main() -> None:
    for text in run():
        print(text)
    g = stages()
    print(next(g))
    g.close()


main()
