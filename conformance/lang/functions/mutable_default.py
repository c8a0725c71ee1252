def collect(item: int, into: list[int] = []) -> list[int]:
    into.append(item)
    return into


def fresh(item: int, into: list[int] | None = None) -> list[int]:
    if into is None:
        into = []
    into.append(item)
    return into


base = 10


def scaled(n: int, factor: int = base * 2) -> int:
    return n * factor


def main() -> None:
    print(collect(1), collect(2), collect(3, []), collect(4))
    print(fresh(1), fresh(2), fresh(3, [0]))
    print(scaled(2), scaled(2, 3))


base = 99
main()
