from typing import Callable


def main() -> None:
    functions: list[Callable[[], int]] = []
    for k in range(3):

        def show() -> int:
            return k * 10

        functions.append(show)
    print([f() for f in functions])
    x = 1
    read: Callable[[], int] = lambda: x
    print(read())
    x = 2
    print(read())


main()
