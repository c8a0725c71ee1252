log: list[str] = []


def note(name: str, value: int) -> int:
    log.append(name)
    return value


def combine(a: int, b: int = 0, *, c: int = 0) -> int:
    return a * 100 + b * 10 + c


def main() -> None:
    print(combine(note("a", 1), c=note("c", 3), b=note("b", 2)))
    print(note("x", 1) + note("y", 2) * note("z", 3))
    items = [0, 0, 0]
    items[note("index", 1)] = note("value", 5)
    print(items, {note("k", 1): note("v", 2)}, note("l", 1) < note("m", 2) < note("n", 1))
    a, b = note("first", 1), note("second", 2)
    print(a, b, log)


main()
