"""A player of Go that chooses its moves by random games."""

import random
import sys

EMPTY, BLACK, WHITE = 0, 1, 2
PASS = -1
KOMI = 5.5


def neighbour_table(size: int) -> list[list[int]]:
    table = []
    for point in range(size * size):
        y, x = divmod(point, size)
        around = []
        for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0)):
            if 0 <= x + dx < size and 0 <= y + dy < size:
                around.append((y + dy) * size + x + dx)
        table.append(around)
    return table


class Board:
    def __init__(self, size: int, neighbours: list[list[int]]) -> None:
        self.size = size
        self.neighbours = neighbours
        self.stones = [EMPTY] * (size * size)
        self.to_move = BLACK
        self.ko = PASS
        self.passes = 0
        self.moves = 0

    def copy(self) -> "Board":
        other = Board(self.size, self.neighbours)
        other.stones = self.stones[:]
        other.to_move = self.to_move
        other.ko = self.ko
        other.passes = self.passes
        other.moves = self.moves
        return other

    def group(self, point: int) -> tuple[list[int], int]:
        """Stones of the group, and how many liberties it has."""
        color = self.stones[point]
        seen = {point}
        liberties: set[int] = set()
        members = [point]
        for member in members:
            for other in self.neighbours[member]:
                stone = self.stones[other]
                if stone == EMPTY:
                    liberties.add(other)
                elif stone == color and other not in seen:
                    seen.add(other)
                    members.append(other)
        return members, len(liberties)

    def is_eye(self, point: int) -> bool:
        return all(self.stones[other] == self.to_move for other in self.neighbours[point])

    def play(self, move: int) -> bool:
        """Plays the move; false and no change if it is not allowed."""
        if move == PASS:
            self.passes += 1
            self.ko = PASS
            self.finish()
            return True
        if self.stones[move] != EMPTY or move == self.ko:
            return False
        enemy = WHITE if self.to_move == BLACK else BLACK
        self.stones[move] = self.to_move
        captured: list[int] = []
        for other in self.neighbours[move]:
            if self.stones[other] == enemy:
                members, liberties = self.group(other)
                if liberties == 0:
                    captured.extend(members)
                    for member in members:
                        self.stones[member] = EMPTY
        members, liberties = self.group(move)
        if liberties == 0:
            self.stones[move] = EMPTY
            return False
        self.ko = captured[0] if len(captured) == 1 and len(members) == 1 else PASS
        self.passes = 0
        self.finish()
        return True

    def finish(self) -> None:
        self.to_move = WHITE if self.to_move == BLACK else BLACK
        self.moves += 1

    def random_move(self) -> int:
        points = [p for p, stone in enumerate(self.stones) if stone == EMPTY]
        while points:
            i = random.randrange(len(points))
            point = points[i]
            if not self.is_eye(point) and self.copy().play(point):
                return point
            points[i] = points[-1]
            points.pop()
        return PASS

    def score(self) -> float:
        """Black's points above White's."""
        total = -KOMI
        for point, stone in enumerate(self.stones):
            owner = stone
            if stone == EMPTY:
                around = {self.stones[other] for other in self.neighbours[point]}
                owner = around.pop() if len(around) == 1 else EMPTY
            if owner == BLACK:
                total += 1
            elif owner == WHITE:
                total -= 1
        return total

    def playout(self) -> float:
        limit = self.moves + 3 * self.size * self.size
        while self.passes < 2 and self.moves < limit:
            self.play(self.random_move())
        return self.score()

    def __str__(self) -> str:
        rows = []
        for y in range(self.size):
            row = self.stones[y * self.size : (y + 1) * self.size]
            rows.append(" ".join(".XO"[stone] for stone in row))
        return "\n".join(rows)


def best_move(board: Board, games: int) -> int:
    best = PASS
    best_wins = -1
    for point, stone in enumerate(board.stones):
        trial = board.copy()
        if stone != EMPTY or board.is_eye(point) or not trial.play(point):
            continue
        wins = 0
        for _ in range(games):
            result = trial.copy().playout()
            if (result > 0) == (board.to_move == BLACK):
                wins += 1
        if wins > best_wins:
            best, best_wins = point, wins
    return best


def main() -> None:
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    random.seed(7)
    board = Board(5, neighbour_table(5))
    while board.passes < 2 and board.moves < 12:
        board.play(best_move(board, games))
    print(board)
    print(board.moves, board.score())


if __name__ == "__main__":
    main()
