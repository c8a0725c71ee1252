def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main() -> None:
    for n in [0, 1, 2, 10, 90, 91, 92, 93, 94, 100, 300]:
        print(n, fibonacci(n))
    print(fibonacci(93) - fibonacci(92) == fibonacci(91))
    print(fibonacci(200) % fibonacci(100))


main()
