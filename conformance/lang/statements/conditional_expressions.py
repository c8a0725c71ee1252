def sign(n: int) -> str:
    return "positive" if n > 0 else "negative" if n < 0 else "zero"


def main() -> None:
    print(sign(5), sign(-5), sign(0))
    values = [1 if k % 2 else 0 for k in range(4)]
    print(values, (1, 2) if values else (3, 4), [*([1] if values else []), 2])
    x = None if not values else values[0]
    print(x, "a" if x is None else "b")


main()
