memo: dict[tuple[int, int], int] = {}


def paths(rows: int, columns: int) -> int:
    if rows == 0 or columns == 0:
        return 1
    key = (rows, columns)
    if key not in memo:
        memo[key] = paths(rows - 1, columns) + paths(rows, columns - 1)
    return memo[key]


def main() -> None:
    for n in [1, 2, 5, 16, 33, 40]:
        print(n, paths(n, n))
    print(len(memo), paths(3, 7))


main()
