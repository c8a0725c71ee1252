def main() -> None:
    s = {3, 1, 2}
    s.add(5)
    s.add(1)
    s.discard(99)
    s.remove(2)
    print(sorted(s), len(s), 3 in s, 2 in s, s == {1, 3, 5})
    s.update([7, 8], (9,))
    s |= {100}
    s -= {7}
    s &= {1, 3, 8, 9, 100}
    s ^= {1, 42}
    print(sorted(s))
    try:
        s.remove(12345)
    except KeyError as e:
        print("KeyError", e)
    t = s.copy()
    t.clear()
    print(t, len(s), set(), bool(t))
    try:
        t.pop()
    except KeyError as e:
        print("KeyError", e)


main()
