def parse(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def describe(value: int | str) -> str:
    if isinstance(value, int):
        return f"int {value + 1}"
    return f"str {value}"


def main() -> None:
    for text in ["5", "x", "9223372036854775807", "99999999999999999999"]:
        n = parse(text)
        print("none" if n is None else n * 2)
    print(describe(2**63 - 1), describe(2**80), describe("a"))
    values: list[int | str] = [1, "b", 2**64]
    print(values, [describe(v) for v in values])


main()
