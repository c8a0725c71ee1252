count = 0
names: list[str] = []
best: str | None = None


def register(name: str) -> int:
    global count, best
    count += 1
    names.append(name)
    if best is None or len(name) > len(best):
        best = name
    return count


def main() -> None:
    print(best, count)
    for name in ["al", "barbara", "cy"]:
        print(register(name), best)
    print(names, count)


main()
print(count, best)
