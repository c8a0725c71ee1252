def kind(value: object) -> str:
    if isinstance(value, bool):
        return f"bool {not value}"
    if isinstance(value, int):
        return f"int {value + 1}"
    if isinstance(value, float):
        return f"float {value / 2}"
    if isinstance(value, str):
        return f"str {value[::-1]}"
    if value is None:
        return "none"
    return type(value).__name__


def main() -> None:
    values: list[object] = [True, 5, 2**70, 2.5, "abc", None, [1], (1, 2), {"a": 1}, {1}, b"x"]
    for value in values:
        print(kind(value), value)
    print(values, values.count(1), 5 in values, "abc" in values)


main()
