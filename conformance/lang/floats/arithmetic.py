def operate(a: float, b: float) -> None:
    print(a, b, a + b, a - b, a * b)
    if b != 0.0:
        print(a / b, a // b, a % b, divmod(a, b))


def main() -> None:
    for a in [7.5, -7.5, 0.0, -0.0, 1e308]:
        for b in [2.0, -2.0, 0.1, 1e-308, 0.0]:
            operate(a, b)


main()
