def show(text: str) -> None:
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(repr(text), e)


def main() -> None:
    for text in ["1", "1.5", " -2.5e3\n", "1e400", "-1e400", "1_000.5", ".5", "5.", "1e-400"]:
        show(text)
    for text in ["inf", "-Infinity", "NaN", "+nan", "0x10", "", "1.5.2", "1e", "abc", "1__0", "e5"]:
        show(text)
    print(float("9007199254740993"), float("0.1") == 0.1, float("123456789012345678901234567890"))


main()
