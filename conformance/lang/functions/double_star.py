def describe(**options: int) -> str:
    return ", ".join(f"{key}={value}" for key, value in options.items())


def both(*names: str, **sizes: int) -> str:
    return f"{names} {sizes}"


def main() -> None:
    print(describe(), describe(a=1), describe(z=1, a=2), describe(**{"k": 5}))
    print(both(), both("x", "y", w=3), both(*["q"], **{"p": 1}))


main()
