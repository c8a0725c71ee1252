def main() -> None:
    for n in [0, 7, -7, 1234567, -1234567, 2**64]:
        print(f"{n:5}|{n:<5}|{n:^9}|{n:>9}|{n:05}|{n:+}|{n: }|{n:,}|{n:_}|{n:=+8}")
        print(f"{n:x}|{n:X}|{n:o}|{n:b}|{n:#x}|{n:#o}|{n:#b}|{n:#X}|{n:_x}|{n:_b}|{n:#010x}")
        print(f"{n:*^12}|{n:0>9}|{n:+,}|{n:012,}|{n:d}|{n:e}|{n:.2f}|{n:g}|{n:%}|{n:n}")
    print(f"{65:c}", f"{128512:c}", f"{True:d}", f"{True}", f"{True:>6}")


main()
