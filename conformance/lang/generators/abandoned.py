from typing import Iterator


def resource(name: str) -> Iterator[int]:
    print("open", name)
    try:
        for k in range(10):
            yield k
    finally:
        print("close", name)


def first_over(limit: int) -> int:
    for k in resource("a"):
        if k > limit:
            return k
    return -1


def main() -> None:
    print(first_over(2))
    for k in resource("b"):
        if k == 1:
            break
    print("after loop")
    try:
        for k in resource("c"):
            print(10 // (1 - k))
    except ZeroDivisionError as e:
        print(e)


main()
