def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def extended(a: int, b: int) -> tuple[int, int, int]:
    if b == 0:
        return a, 1, 0
    g, x, y = extended(b, a % b)
    return g, y, x - (a // b) * y


def main() -> None:
    for a, b in [(12, 18), (-12, 18), (12, -18), (0, 7), (2**80, 6**30), (17, 5)]:
        print(a, b, gcd(a, b), extended(a, b))


main()
