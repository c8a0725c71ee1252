"""Quotients of wide ints close to where they change."""


def check(a: int, b: int) -> None:
    quotient = a // b
    rest = a - quotient * b
    assert quotient == divmod(a, b)[0] and rest == a % b
    assert (0 <= rest < b) if b > 0 else (b < rest <= 0)


def main() -> None:
    total = 0
    for bits in (60, 64, 70, 126, 127, 128, 190, 300, 1000):
        b = (1 << bits) // 3 + 1
        for q in (0, 1, 2, 7, 2**29 - 1, 2**30, 2**30 + 1, 2**31, 2**40, 2**62, 2**63, 2**70):
            for r in (-1, 0, 1, b // 2, b - 1):
                a = b * q + r
                total ^= a // b
                check(a, b)
                check(-a, b)
                check(a, -b)
                check(-a, -b)
    print(total)
    print((2**200 - 1) // 2**200, 2**200 // 2**200, (2**201 - 1) // 2**200, 2**200 // (2**200 + 1))
    print(2**200 // (2**199 + 1), 2**200 // (2**199 - 1), -(2**200) // (2**200 + 1), 5 // 2**90)
    try:
        print(2**200 // (2**90 - 2**90))
    except ZeroDivisionError as error:
        print(error)
    print((2**64) * (2**64) == 2**128, (2**63 - 1) * (2**63 - 1), -(2**63) * (2**63))


main()
