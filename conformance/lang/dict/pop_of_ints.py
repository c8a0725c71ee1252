"""pop of int keys, and of keys that are equal to an int."""


def main() -> None:
    counts: dict[int, int] = {}
    print(counts.pop(1, 7))
    for n in (0, 1, -1, -2, 2**61 - 1, 2**61, 2**63 - 1, 2**70):
        counts[n] = n * 2
    print(counts.pop(-1), counts.pop(2**70), counts.pop(2**61 - 1, 5), counts.pop(2**71, 6))
    print(counts, counts.pop(-2, 0), counts.pop(-2, 0))
    for n in (3, 2**80):
        try:
            print(counts.pop(n))
        except KeyError as error:
            print(repr(error))
    mixed: dict[int | float | bool, str] = {1.0: "float", True: "bool", 0: "int"}
    print(mixed, mixed.pop(1), mixed.pop(False), mixed)
    texts: dict[int, str | None] = {1: None, 2: "two"}
    print(texts.pop(1), texts.pop(1, None), texts.pop(1, "none"), texts.pop(2))
    total = 0
    for n in range(5000):
        counts[n * 7 % 1000] = n
        total += counts.pop(n * 3 % 1000, 0)
    print(total, len(counts), list(counts)[:5])


main()
