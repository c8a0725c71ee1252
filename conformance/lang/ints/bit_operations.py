def main() -> None:
    values = [0, 1, -1, 5, -6, 0xFF, -0x100, 2**63 - 1, -(2**63)]
    for a in values:
        for b in values:
            print(a & b, a | b, a ^ b)
    flags = 0
    flags |= 1 << 3
    flags |= 1 << 5
    flags ^= 1 << 3
    flags &= ~1
    print(flags, bin(flags))


main()
