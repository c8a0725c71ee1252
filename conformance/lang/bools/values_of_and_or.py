def first_name(name: str | None) -> str:
    return name or "unknown"


def length(items: list[int] | None) -> int:
    return len(items) if items else 0


def main() -> None:
    print(first_name("Ada"), first_name(""), first_name(None))
    print(length([1, 2]), length([]), length(None))
    for a in ["", "x"]:
        for b in ["", "y"]:
            print(repr(a or b), repr(a and b))
    n = 0
    print(n or -1, n and 5, (n + 1) and 5)


main()
