def transpose(matrix: list[list[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*matrix)]


def rotate(matrix: list[list[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*matrix[::-1])]


def main() -> None:
    grid = [[r * 3 + c for c in range(3)] for r in range(2)]
    print(grid, transpose(grid), rotate(grid))
    grid[0][1] = 99
    grid[1] += [7]
    print(grid, len(grid[1]), sum(len(row) for row in grid))
    shared = [[0]] * 3
    shared[0].append(1)
    print(shared, shared[0] is shared[2])
    flat = [x for row in grid for x in row]
    print(flat, [[1], []] < [[1], [0]])


main()
