class Matrix:
    def __init__(self, rows: int, columns: int) -> None:
        self.columns = columns
        self.cells = [0] * (rows * columns)

    def __getitem__(self, at: tuple[int, int]) -> int:
        row, column = at
        return self.cells[row * self.columns + column]

    def __setitem__(self, at: tuple[int, int], value: int) -> None:
        row, column = at
        self.cells[row * self.columns + column] = value


def main() -> None:
    m = Matrix(2, 3)
    for r in range(2):
        for c in range(3):
            m[r, c] = r * 10 + c
    m[1, 2] *= 3
    m[0, 0] -= 2**40
    print(m.cells, m[1, 1], m[(0, 2)])


main()
