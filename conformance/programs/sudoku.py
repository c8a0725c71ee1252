"""Solves sudokus by propagation of constraints and search."""

import sys

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
]
DIGITS = "123456789"


def peers_of(cell: int) -> list[int]:
    row, column = divmod(cell, 9)
    box = (row // 3 * 3, column // 3 * 3)
    result = set()
    for i in range(9):
        result.add(row * 9 + i)
        result.add(i * 9 + column)
        result.add((box[0] + i // 3) * 9 + box[1] + i % 3)
    result.discard(cell)
    return sorted(result)


PEERS = [peers_of(cell) for cell in range(81)]


class Solver:
    def __init__(self) -> None:
        self.guesses = 0

    def assign(self, options: list[str], cell: int, digit: str) -> bool:
        return all(self.remove(options, cell, d) for d in options[cell] if d != digit)

    def remove(self, options: list[str], cell: int, digit: str) -> bool:
        if digit not in options[cell]:
            return True
        options[cell] = options[cell].replace(digit, "")
        if not options[cell]:
            return False
        if len(options[cell]) == 1:
            last = options[cell]
            return all(self.remove(options, peer, last) for peer in PEERS[cell])
        return True

    def search(self, options: list[str]) -> list[str] | None:
        open_cells = [cell for cell in range(81) if len(options[cell]) > 1]
        if not open_cells:
            return options
        cell = min(open_cells, key=lambda c: (len(options[c]), c))
        for digit in options[cell]:
            self.guesses += 1
            trial = options[:]
            if self.assign(trial, cell, digit):
                solution = self.search(trial)
                if solution is not None:
                    return solution
        return None

    def solve(self, puzzle: str) -> str | None:
        options = [DIGITS] * 81
        for cell, c in enumerate(puzzle):
            if c in DIGITS and not self.assign(options, cell, c):
                return None
        solution = self.search(options)
        return None if solution is None else "".join(solution)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    for i in range(count):
        puzzle = PUZZLES[i % len(PUZZLES)]
        solver = Solver()
        solution = solver.solve(puzzle)
        if solution is None:
            print("no solution")
        else:
            for row in range(9):
                print(" ".join(solution[row * 9 : row * 9 + 9]))
        print(solver.guesses)
    print(Solver().solve("11" + "." * 79))


if __name__ == "__main__":
    main()
