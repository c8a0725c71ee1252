def show(text: str, base: int) -> None:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as e:
        print(repr(text), base, "ValueError:", e)


def main() -> None:
    show("ff", 16)
    show("0xFF", 16)
    show("-0b101", 2)
    show("0o17", 8)
    show("zz", 36)
    show("0b11", 0)
    show("0x1_F", 0)
    show("077", 0)
    show("12", 2)
    show("10", 1)
    show("10", 37)
    show("8000000000000000", 16)
    show("", 10)


main()
