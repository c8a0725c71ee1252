def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def power(base: int, n: int) -> int:
    if n == 0:
        return 1
    half = power(base, n // 2)
    return half * half * (base if n % 2 == 1 else 1)


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def main() -> None:
    print(ackermann(2, 3), ackermann(2, 20))
    print([power(3, n) for n in [0, 1, 10, 39, 40, 41, 100]])
    print(power(-2, 63), power(-2, 64), is_even(100), is_odd(7))


main()
