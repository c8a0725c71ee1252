def main() -> None:
    for n in [2**53 - 1, 2**53, 2**53 + 1, 2**53 + 2, -(2**53) - 1]:
        print(n, float(n), int(float(n)), int(float(n)) == n)
        print(n / 1, n / 2, n / 3)
        print(n == float(n), n < float(n), n <= float(n), n > float(n))


main()
