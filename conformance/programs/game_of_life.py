"""Conway's game of life, on an endless board and on a torus."""

import sys

Cell = tuple[int, int]

GLIDER = [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]
R_PENTOMINO = [(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)]


def step(alive: set[Cell]) -> set[Cell]:
    neighbours: dict[Cell, int] = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    neighbours[cell] = neighbours.get(cell, 0) + 1
    return {cell for cell, n in neighbours.items() if n == 3 or (n == 2 and cell in alive)}


class Torus:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows = [[False] * width for _ in range(height)]

    def count(self, x: int, y: int) -> int:
        total = 0
        for dy in (-1, 0, 1):
            row = self.rows[(y + dy) % self.height]
            for dx in (-1, 0, 1):
                if (dx or dy) and row[(x + dx) % self.width]:
                    total += 1
        return total

    def step(self) -> None:
        self.rows = [
            [
                self.count(x, y) == 3 or (self.rows[y][x] and self.count(x, y) == 2)
                for x in range(self.width)
            ]
            for y in range(self.height)
        ]

    def __str__(self) -> str:
        return "\n".join("".join("#" if cell else "." for cell in row) for row in self.rows)


def main() -> None:
    generations = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    alive = set(R_PENTOMINO)
    for _ in range(generations):
        alive = step(alive)
    print(len(alive), min(alive), max(alive))
    torus = Torus(16, 10)
    for x, y in GLIDER:
        torus.rows[y][x] = True
    for _ in range(min(generations, 30)):
        torus.step()
    print(torus)


if __name__ == "__main__":
    main()
