def divide(a: int, b: int, /) -> int:
    return a // b


def mixed(a: int, /, b: int, *, c: int) -> list[int]:
    return [a, b, c]


def main() -> None:
    print(divide(7, 2), mixed(1, 2, c=3), mixed(1, b=5, c=6))


main()
