def add(a: int, b: int) -> int:
    return a + b


def subtract(a: int, b: int) -> int:
    return a - b


def multiply(a: int, b: int) -> int:
    return a * b


def main() -> None:
    top = 2**63 - 1
    bottom = -(2**63)
    values = [top, top - 1, bottom, bottom + 1, 0, 1, -1, 2, -2, 3037000500]
    for a in values:
        print([add(a, b) for b in values])
        print([subtract(a, b) for b in values])
        print([multiply(a, b) for b in values])


main()
