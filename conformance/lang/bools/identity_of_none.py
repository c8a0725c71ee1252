def describe(value: int | None) -> str:
    if value is None:
        return "None"
    if value > 5:
        return "large"
    return "small"


def main() -> None:
    print(None, [None], str(None), repr(None), None is None, f"{None}")
    print([describe(v) for v in [None, 0, 9]])
    print([v for v in [1, None, 2, None] if v is not None])
    print([None, 1].count(None), None in [1, 2], None in [None])


main()
