from typing import Generator


def numbers() -> Generator[int, None, None]:
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")


def main() -> None:
    g = numbers()
    print(next(g))
    g.close()
    g.close()
    print(list(g))
    fresh = numbers()
    fresh.close()
    print(next(fresh, None))
    finished = numbers()
    print(list(finished))
    finished.close()


main()
