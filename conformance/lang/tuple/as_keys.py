def main() -> None:
    grid: dict[tuple[int, int], str] = {}
    for x in range(3):
        for y in range(2):
            grid[x, y] = f"{x}{y}"
    print(grid, grid[2, 1], (0, 0) in grid, (9, 9) in grid)
    seen = {(1, "a"), (1, "a"), (2, "a")}
    print(len(seen), sorted(seen), hash((1, "x", None)) == hash((1, "x", None)))
    print(hash((1, 2, 3)), hash(()), hash((2**70, -1)), hash((0.5, True)))


main()
