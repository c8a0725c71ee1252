def main() -> None:
    data = b"abc\x00\xff"
    print(data, len(data), data[0], data[-1], data[1:3], data[::-1], list(data))
    print(b"", b"'", b'"', b"'\"", b"\t\n\r\\", bytes(3), bytes([65, 66]), bytes(range(5)))
    print(b"a" + b"b", b"ab" * 3, 97 in data, b"bc" in data, b"x" in data)
    print(b"a" < b"b", b"abc" == bytes([97, 98, 99]), hash(b"x") == hash(bytes([120])))
    try:
        print(data[10])
    except IndexError as e:
        print(e)
    for bad in [256, -1]:
        try:
            print(bytes([bad]))
        except ValueError as e:
            print(e)


main()
