def main() -> None:
    print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (0).to_bytes(1, "big"))
    print((-2).to_bytes(2, "big", signed=True), (2**64).to_bytes(9, "little"))
    print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", "little"))
    print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"))
    print(int.from_bytes(bytes(range(1, 12)), "big"))
    for n, size in [(256, 1), (-1, 2)]:
        try:
            print(n.to_bytes(size, "big"))
        except OverflowError as e:
            print("OverflowError", e)


main()
