def describe(value: int | str | list[int] | None) -> str:
    match value:
        case None:
            return "none"
        case int():
            return f"int {value + 1}"
        case str() as text if text:
            return f"text {text.upper()}"
        case str():
            return "empty text"
        case [single]:
            return f"one element {single}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case _:
            return "empty list"


def main() -> None:
    for value in [None, 5, "a", "", [1], [1, 2, 3], 2**80]:
        print(describe(value))
    empty: list[int] = []
    print(describe(empty))


main()
