def main() -> None:
    versions = [(3, 11, 2), (3, 9), (2, 7, 18), (3, 11), (3, 11, 2)]
    print(sorted(versions), max(versions), versions.count((3, 11, 2)))
    records = [("b", 2), ("a", 3), ("b", 1)]
    records.sort()
    print(records, sorted(records, key=lambda r: r[1]), min(records))
    print((1, "a") < (1, "b"), (2, "a") > (1, "z"), ("x",) <= ("x",), (1, 2.5) == (1.0, 2.5))


main()
