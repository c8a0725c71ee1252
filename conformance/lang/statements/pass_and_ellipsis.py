class Empty: ...


def later() -> None: ...


def nothing() -> None:
    """A docstring is all."""


def main() -> None:
    later()
    nothing()
    for _ in range(3):
        pass
    if isinstance(Empty(), Empty):
        pass
    else:
        print("never")
    print(nothing.__doc__, later.__name__)
    "a string as statement"
    1 + 1
    print("end"); print("one line")


main()
