def main() -> None:
    b = b"hello world"
    print(b.upper(), b.title(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.count(b"l"))
    print(b.split(), b.split(b"o"), b.replace(b"o", b"0"), b.startswith(b"he"), b.endswith(b"x"))
    print(b" x ".strip(), b"xxaxx".strip(b"x"), b",".join([b"a", b"b"]), b.partition(b" "))
    print(b.center(15, b"*"), b"7".zfill(3), b"a\nb".splitlines(), b.isalpha(), b"12".isdigit())
    print(b.hex(), bytes.fromhex("00ff 10"), b.decode(), b.index(b"w"), b"\xe9".decode("latin-1"))


main()
