def length(value: str | list[int] | int | None) -> int:
    if value is None:
        return -1
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return len(value.strip())
    return sum(value)


def both(a: int | None, b: int | None) -> int:
    if a is None or b is None:
        return 0
    return a + b


def loop(values: list[int | None]) -> int:
    total = 0
    for v in values:
        if v is None:
            continue
        total += v
    return total


def main() -> None:
    print(length(None), length(5), length(" abc "), length([1, 2, 2**63]))
    print(both(1, 2), both(None, 2), both(3, None), loop([1, None, 2**64]))


main()
