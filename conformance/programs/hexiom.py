"""A puzzle of numbered hexagonal tiles: each wants that many neighbours."""

import sys
from typing import Iterator

Place = tuple[int, int]
DIRECTIONS = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)]

# Tiles by number: how many of each number 0 to 6 are to be placed, on a board of this radius.
LEVELS = [(2, [3, 2, 0]), (2, [0, 0, 3, 0, 0]), (2, [0, 2, 1, 2, 0]), (3, [1, 4, 3, 4, 1])]


def board(side: int) -> list[Place]:
    n = side - 1
    return [
        (q, r)
        for r in range(-n, n + 1)
        for q in range(-n, n + 1)
        if abs(q + r) <= n
    ]


class Puzzle:
    def __init__(self, side: int, tiles: list[int]) -> None:
        self.places = board(side)
        index = {place: i for i, place in enumerate(self.places)}
        self.neighbours = [
            [index[q + dq, r + dr] for dq, dr in DIRECTIONS if (q + dq, r + dr) in index]
            for q, r in self.places
        ]
        self.left = tiles[:]
        self.empty = len(self.places) - sum(tiles)
        self.set: list[int | None] = [None] * len(self.places)
        self.visited = 0

    def fits(self, at: int, done: int) -> bool:
        """Whether the tile can still get what it wants when places below `done` are decided."""
        wanted = self.set[at]
        if wanted is None:
            return True
        present = 0
        unknown = 0
        for other in self.neighbours[at]:
            if other >= done:
                unknown += 1
            elif self.set[other] is not None:
                present += 1
        return present <= wanted <= present + unknown

    def solve(self, at: int = 0) -> Iterator[list[int | None]]:
        self.visited += 1
        if at == len(self.places):
            yield self.set[:]
            return
        for value in range(-1, len(self.left)):
            if value < 0:
                if self.empty == 0:
                    continue
                self.empty -= 1
                self.set[at] = None
            else:
                if self.left[value] == 0:
                    continue
                self.left[value] -= 1
                self.set[at] = value
            around = [n for n in self.neighbours[at] if n < at] + [at]
            if all(self.fits(place, at + 1) for place in around):
                yield from self.solve(at + 1)
            self.set[at] = None
            if value < 0:
                self.empty += 1
            else:
                self.left[value] += 1

    def show(self, solution: list[int | None]) -> str:
        lines: list[str] = []
        rows: dict[int, list[str]] = {}
        for (_, r), value in zip(self.places, solution):
            rows.setdefault(r, []).append("." if value is None else str(value))
        for r in sorted(rows):
            lines.append(" " * abs(r) + " ".join(rows[r]))
        return "\n".join(lines)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    for i in range(count):
        side, tiles = LEVELS[i % len(LEVELS)]
        puzzle = Puzzle(side, tiles)
        solution = next(puzzle.solve(), None)
        print(side, tiles, puzzle.visited)
        print("no solution" if solution is None else puzzle.show(solution))


if __name__ == "__main__":
    main()
