import math


def root(x: float) -> float:
    guess = x if x > 1.0 else 1.0
    for _ in range(60):
        guess = (guess + x / guess) / 2
    return guess


def leibniz(terms: int) -> float:
    total = 0.0
    for k in range(terms):
        total += (-1.0 if k % 2 else 1.0) / (2 * k + 1)
    return 4 * total


def main() -> None:
    for x in [2.0, 9.0, 1e-6, 1e12]:
        print(root(x), math.sqrt(x))
    print(leibniz(1000), abs(leibniz(1000) - math.pi) < 0.01)
    print(sum((1 / math.factorial(k) for k in range(20)), 0.0))


main()
