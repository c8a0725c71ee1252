def show(text: str) -> None:
    try:
        print(repr(text), int(text))
    except ValueError as e:
        print(repr(text), "ValueError:", e)


def main() -> None:
    for text in ["0", "42", "-7", "+9", "  12\n", "1_000", "9223372036854775808", "007", "-0"]:
        show(text)
    for text in ["", " ", "1__0", "_1", "1_", "1.5", "abc", "- 1", "0x10", "1e3", "\u0663", "²"]:
        show(text)


main()
