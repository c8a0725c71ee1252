def factorial(n: int) -> int:
    return 1 if n <= 1 else n * factorial(n - 1)


def iterative(n: int) -> int:
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


def main() -> None:
    for n in [0, 1, 5, 12, 13, 20, 21, 25, 50]:
        print(n, factorial(n), iterative(n) == factorial(n))
    print(factorial(30) // factorial(29), factorial(22) % 1000007)


main()
