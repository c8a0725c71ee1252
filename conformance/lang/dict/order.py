def main() -> None:
    d: dict[int, str] = {}
    for n in [5, 3, 9, 1, 3]:
        d[n] = str(n * n)
    print(d)
    del d[3]
    d[3] = "again"
    d[5] = "kept"
    print(d, list(d), list(reversed(d)), next(iter(d)))
    print({"a": 1, "b": 2} == {"b": 2, "a": 1}, sorted(d.items()), min(d), max(d.values()))
    for i in range(100):
        d[i] = "x"
    for i in range(0, 100, 2):
        del d[i]
    print(list(d)[:10], len(d))


main()
