def main() -> None:
    t = (1, "a", 2.5)
    print(t, len(t), t[0], t[-1], (1,), (), (1, (2, (3,))), 1 in t, "b" in t)
    a, b, c = t
    print(a + 1, b * 2, c / 2)
    ns = (3, 1, 2)
    print(ns + (4,), ns * 2, ns[1:], ns[::-1], sorted(ns), max(ns), sum(ns))
    print(ns.index(2), ns.count(1))
    print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)))
    print(tuple([1, 2]), tuple("ab"), tuple(range(3)), ((1, 2), (3, 4))[1][0])


main()
