def at(text: str, index: int) -> str:
    try:
        return text[index]
    except IndexError as e:
        return f"IndexError: {e}"


def main() -> None:
    for index in [0, 2, 3, -1, -3, -4, 100]:
        print(index, at("abc", index))
    print(at("", 0), at("😀", 1), at("😀", -1))


main()
