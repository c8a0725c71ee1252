def main() -> None:
    n = 3
    x = 0.5
    print(n + x, x + n, n - x, x - n, n * x, x * n, n / x, x / n, n // x, x // n, n % x, x % n)
    print(2**70 + 0.5, 2**53 + 1 + 0.0, 1e3 * 10**15)
    total = 0.0
    for k in range(10):
        total += k
        total *= 2
    print(total, n == 3.0, n < 3.5, 2.5 < n)
    try:
        print(10**400 * 1.0)
    except OverflowError as e:
        print("OverflowError", e)


main()
