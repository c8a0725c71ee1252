calls: list[str] = []


def note(name: str, value: bool) -> bool:
    calls.append(name)
    return value


def main() -> None:
    print(note("a", True) or note("b", True), note("c", False) and note("d", True))
    print(note("e", False) or note("f", False) or note("g", True) or note("h", True))
    print(not note("i", True) and note("j", True))
    print(note("k", True) if note("l", False) else note("m", True))
    print(all(note(f"n{k}", k < 2) for k in range(5)), any(note(f"o{k}", k > 1) for k in range(5)))
    print(calls)


main()
