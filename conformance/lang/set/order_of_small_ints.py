def main() -> None:
    print({3, 1, 2}, {10, 20, 30}, set(range(10)), {5}, {0, -1}, {7, 15, 23})
    s = set()
    for n in [100, 5, 33, 64, 9, 1]:
        s.add(n)
        print(s)
    s.discard(33)
    s.add(33)
    print(s, list(s), s.pop(), s)


main()
