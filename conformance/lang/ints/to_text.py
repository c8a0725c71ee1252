def main() -> None:
    for n in [0, 1, -1, 255, -255, 2**63 - 1, -(2**63), 2**63, 2**100, -(2**100)]:
        print(n, str(n), repr(n), hex(n), oct(n), bin(n))
        print(f"{n:d} {n:x} {n:X} {n:o} {n:b} {n:,} {n:_} {n:#x} {n:+d} {n: d}")


main()
