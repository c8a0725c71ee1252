def attempt(name: str, a: int, b: int) -> None:
    try:
        if name == "//":
            print(a // b)
        elif name == "%":
            print(a % b)
        elif name == "divmod":
            print(divmod(a, b))
        else:
            print(a / b)
    except ZeroDivisionError as e:
        print(name, type(e).__name__, e)


def main() -> None:
    for name in ["//", "%", "divmod", "/"]:
        attempt(name, 5, 0)
        attempt(name, 2**70, 0)
        attempt(name, 0, 5)


main()
