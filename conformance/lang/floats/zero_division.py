def attempt(name: str, a: float, b: float) -> None:
    try:
        if name == "/":
            print(a / b)
        elif name == "//":
            print(a // b)
        elif name == "%":
            print(a % b)
        else:
            print(divmod(a, b))
    except ZeroDivisionError as e:
        print(name, type(e).__name__, e)


def main() -> None:
    for name in ["/", "//", "%", "divmod"]:
        attempt(name, 1.0, 0.0)
        attempt(name, 0.0, -0.0)
        attempt(name, 3.0, 2.0)


main()
