def main() -> None:
    for n in [0, 1, -1, 2, 255, 256, -256, 2**62, 2**63, -(2**63), 2**64, 10**40]:
        print(n, n.bit_length(), n.bit_count())


main()
