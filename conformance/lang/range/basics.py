def main() -> None:
    for r in [range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2)]:
        print(r, list(r), len(r), bool(r), 3 in r, 4 in r)
    r = range(0, 100, 7)
    print(r[0], r[-1], r[3], r[2:5], r[::-1], r.index(21), r.count(21), r.start, r.stop, r.step)
    print(range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2))
    print(hash(range(3)) == hash(range(3)))
    print(sum(range(101)), max(range(5, 50, 7)), list(reversed(range(4))), 10**20 in range(5))
    for bad in [7, -9]:
        try:
            print(range(3)[bad])
        except IndexError as e:
            print(e)
    try:
        print(range(1, 5, 0))
    except ValueError as e:
        print(e)


main()
