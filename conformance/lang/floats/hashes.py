def main() -> None:
    for x in [0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 1e10, 1e300, -2.5, 5e-324]:
        print(x, hash(x))
    print(hash(float("inf")), hash(-float("inf")), hash(2.0) == hash(2))
    table = {1.0: "one", 2.5: "more"}
    print(table[1.0], table[2.5], 1.0 in table, 3.5 in table)


main()
