def around(n: int) -> list[int]:
    return [n - 1, n, n + 1, -n, -n - 1, n * 2, n * n]


def main() -> None:
    for n in [2**31, 2**31 - 1, 2**32, -(2**31)]:
        print(around(n))
    x = 2147483647
    x += 1
    print(x, -x, x - 2**32)


main()
