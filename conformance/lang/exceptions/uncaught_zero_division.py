def ratio(a: float, b: float) -> float:
    return a / b


def main() -> None:
    values = [ratio(1.0, 2.0), ratio(3.0, 0.0)]
    print(values)


main()
