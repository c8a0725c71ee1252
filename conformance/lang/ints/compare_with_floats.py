def main() -> None:
    ints = [0, 1, -1, 2**53 + 1, 2**63, 10**30]
    floats = [0.0, 1.0, -0.5, 9007199254740992.0, 9.223372036854775807e18, 1e30, float("inf")]
    for n in ints:
        for x in floats:
            print(n, x, n == x, n != x, n < x, n <= x, n > x, n >= x)
    print(1 == float("nan"), 10**400 < float("inf"), 10**400 > 1e308)


main()
