def hanoi(n: int, source: str, target: str, spare: str) -> list[str]:
    if n == 0:
        return []
    before = hanoi(n - 1, source, spare, target)
    after = hanoi(n - 1, spare, target, source)
    return before + [f"{source}{target}"] + after


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


def flatten(items: list[list[int]]) -> list[int]:
    if not items:
        return []
    return items[0] + flatten(items[1:])


def main() -> None:
    print(hanoi(3, "A", "C", "B"), len(hanoi(8, "x", "y", "z")))
    print(depth(500), flatten([[1, 2], [], [3]]))


main()
