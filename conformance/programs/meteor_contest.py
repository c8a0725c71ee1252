"""Fits ten pieces of five hexagons each into a board of 10 rows by 5, by bit masks."""

import sys

ROWS, COLUMNS = 10, 5
EAST, SOUTH_EAST, SOUTH_WEST, WEST, NORTH_WEST, NORTH_EAST = range(6)
PIECES = [
    [EAST, EAST, EAST, SOUTH_EAST],
    [SOUTH_EAST, SOUTH_WEST, WEST, SOUTH_WEST],
    [WEST, WEST, SOUTH_WEST, SOUTH_EAST],
    [EAST, EAST, SOUTH_WEST, SOUTH_EAST],
    [NORTH_WEST, WEST, NORTH_WEST, EAST, EAST],
    [EAST, EAST, NORTH_EAST, SOUTH_EAST],
    [EAST, NORTH_EAST, SOUTH_EAST, EAST],
    [SOUTH_WEST, SOUTH_EAST, SOUTH_EAST, EAST],
    [SOUTH_EAST, SOUTH_EAST, EAST, SOUTH_WEST],
    [WEST, NORTH_WEST, SOUTH_WEST, SOUTH_WEST],
]


def move(cell: tuple[int, int], direction: int) -> tuple[int, int]:
    x, y = cell
    odd = y % 2
    if direction == EAST:
        return x + 1, y
    if direction == WEST:
        return x - 1, y
    if direction == SOUTH_EAST:
        return x + odd, y + 1
    if direction == SOUTH_WEST:
        return x + odd - 1, y + 1
    if direction == NORTH_EAST:
        return x + odd, y - 1
    return x + odd - 1, y - 1


def place(piece: list[int], start: tuple[int, int]) -> int | None:
    """Bits of the cells that the piece covers, or None when it leaves the board."""
    cells = {start}
    cell = start
    for direction in piece:
        cell = move(cell, direction)
        cells.add(cell)
    mask = 0
    for x, y in cells:
        if not (0 <= x < COLUMNS and 0 <= y < ROWS):
            return None
        mask |= 1 << (y * COLUMNS + x)
    return mask


def variants(piece: list[int]) -> list[list[int]]:
    result = []
    for mirrored in (False, True):
        for turn in range(6):
            steps = [(d + turn) % 6 for d in piece]
            if mirrored:
                steps = [[3, 2, 1, 0, 5, 4][d] for d in steps]
            result.append(steps)
    return result


def placements() -> list[list[list[int]]]:
    """By lowest cell and piece: the masks that begin there."""
    table: list[list[list[int]]] = [[[] for _ in PIECES] for _ in range(ROWS * COLUMNS)]
    for number, piece in enumerate(PIECES):
        masks: set[int] = set()
        for variant in variants(piece):
            for y in range(ROWS):
                for x in range(COLUMNS):
                    mask = place(variant, (x, y))
                    if mask is not None:
                        masks.add(mask)
        for mask in sorted(masks):
            lowest = (mask & -mask).bit_length() - 1
            table[lowest][number].append(mask)
    return table


class Search:
    def __init__(self, limit: int) -> None:
        self.table = placements()
        self.limit = limit
        self.solutions: list[str] = []
        self.steps = 0

    def run(self, board: int, used: int, chosen: list[tuple[int, int]]) -> None:
        self.steps += 1
        free = ~board & ((1 << ROWS * COLUMNS) - 1)
        if free == 0:
            self.solutions.append(self.text(chosen))
            return
        cell = (free & -free).bit_length() - 1
        for number in range(len(PIECES)):
            if used >> number & 1:
                continue
            for mask in self.table[cell][number]:
                if len(self.solutions) >= self.limit or self.steps >= 4000 * self.limit:
                    return
                if board & mask == 0:
                    self.run(board | mask, used | 1 << number, chosen + [(number, mask)])

    def text(self, chosen: list[tuple[int, int]]) -> str:
        cells = ["."] * (ROWS * COLUMNS)
        for number, mask in chosen:
            for cell in range(ROWS * COLUMNS):
                if mask >> cell & 1:
                    cells[cell] = str(number)
        return "".join(cells)


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    search = Search(limit)
    search.run(0, 0, [])
    print(len(search.solutions), search.steps, [len(masks) for masks in search.table[0]])
    for text in [min(search.solutions), max(search.solutions)] if search.solutions else []:
        for y in range(ROWS):
            row = " ".join(text[y * COLUMNS : (y + 1) * COLUMNS])
            print(f" {row}" if y % 2 else row)
        print()


if __name__ == "__main__":
    main()
