def main() -> None:
    a = 0xFFFF_FFFF_FFFF_FFFF_FFFF
    b = -0x1234_5678_9ABC_DEF0_1234
    c = 2**64
    for x in [a, b, c, -c, c - 1]:
        print(x & 0xFFFFFFFF, x | 1, x ^ -1, ~x)
    print(a & b, a | b, a ^ b, b & c, b | c, b ^ c)
    print((a & 0xFF) + 1, a.bit_length(), b.bit_length(), a.bit_count())


main()
