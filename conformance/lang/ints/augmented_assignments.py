def main() -> None:
    n = 7
    n += 3
    n -= 15
    n *= -4
    print(n)
    n //= 3
    n %= 4
    print(n)
    n **= 3
    n <<= 2
    n |= 3
    n &= 0b1110
    n ^= 5
    n >>= 1
    print(n)
    a = b = 5
    a += 2**63
    print(a, b)
    b -= 2**64
    print(b, a + b)


main()
