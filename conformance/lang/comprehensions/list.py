def main() -> None:
    print([n * n for n in range(6)], [n for n in range(20) if n % 3 == 0 if n % 2 == 0])
    print([(a, b) for a in range(3) for b in "xy"], [[c for c in w] for w in ["ab", "c"]])
    print([x if x > 0 else -x for x in [-1, 2, -3]], [len(w) for w in "a bb ccc".split()])
    n = 100
    print([n for n in range(3)], n)
    print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in [[1, 2], [3]]])
    print([y for x in range(4) if x % 2 for y in range(x)])


main()
