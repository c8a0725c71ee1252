"""Generates the moves of chess and counts positions to a depth."""

import sys
from dataclasses import dataclass
from typing import Iterator

START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq -"
TRICKY = "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq -"

STRAIGHT = [(1, 0), (-1, 0), (0, 1), (0, -1)]
DIAGONAL = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
KNIGHT = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]
SLIDES = {"b": DIAGONAL, "r": STRAIGHT, "q": STRAIGHT + DIAGONAL}


@dataclass(frozen=True)
class Move:
    source: int
    target: int
    promotion: str = ""

    def __str__(self) -> str:
        return square_name(self.source) + square_name(self.target) + self.promotion


def square_name(square: int) -> str:
    return "abcdefgh"[square % 8] + str(square // 8 + 1)


class Position:
    def __init__(self, board: list[str], white: bool, castling: str, passant: int) -> None:
        self.board = board
        self.white = white
        self.castling = castling
        self.passant = passant

    @staticmethod
    def parse(text: str) -> "Position":
        placement, side, castling, passant = text.split()
        board: list[str] = []
        for row in reversed(placement.split("/")):
            for c in row:
                if c.isdigit():
                    board.extend("." * int(c))
                else:
                    board.append(c)
        square = -1
        if passant != "-":
            square = "abcdefgh".index(passant[0]) + 8 * (int(passant[1]) - 1)
        return Position(board, side == "w", castling, square)

    def is_own(self, piece: str) -> bool:
        return piece != "." and piece.isupper() == self.white

    def is_enemy(self, piece: str) -> bool:
        return piece != "." and piece.isupper() != self.white

    def steps(self, square: int, steps: list[tuple[int, int]], far: bool) -> Iterator[int]:
        for dx, dy in steps:
            x, y = square % 8 + dx, square // 8 + dy
            while 0 <= x < 8 and 0 <= y < 8:
                target = y * 8 + x
                piece = self.board[target]
                if not self.is_own(piece):
                    yield target
                if piece != "." or not far:
                    break
                x += dx
                y += dy

    def pawn_moves(self, square: int) -> Iterator[Move]:
        forward = 8 if self.white else -8
        last_row = 7 if self.white else 0
        first_row = 1 if self.white else 6
        targets: list[int] = []
        if self.board[square + forward] == ".":
            targets.append(square + forward)
            if square // 8 == first_row and self.board[square + 2 * forward] == ".":
                targets.append(square + 2 * forward)
        for dx in (-1, 1):
            if 0 <= square % 8 + dx < 8:
                target = square + forward + dx
                if self.is_enemy(self.board[target]) or target == self.passant:
                    targets.append(target)
        for target in targets:
            if target // 8 == last_row:
                for promotion in "qrbn":
                    yield Move(square, target, promotion)
            else:
                yield Move(square, target)

    def candidate_moves(self) -> Iterator[Move]:
        for square, piece in enumerate(self.board):
            if not self.is_own(piece):
                continue
            kind = piece.lower()
            if kind == "p":
                yield from self.pawn_moves(square)
            elif kind == "n":
                for target in self.steps(square, KNIGHT, False):
                    yield Move(square, target)
            elif kind == "k":
                for target in self.steps(square, STRAIGHT + DIAGONAL, False):
                    yield Move(square, target)
            else:
                for target in self.steps(square, SLIDES[kind], True):
                    yield Move(square, target)
        yield from self.castling_moves()

    def castling_moves(self) -> Iterator[Move]:
        king = 4 if self.white else 60
        for right in self.castling:
            if right == "-" or right.isupper() != self.white:
                continue
            if right.lower() == "k":
                between, passed, target = [king + 1, king + 2], king + 1, king + 2
            else:
                between, passed, target = [king - 1, king - 2, king - 3], king - 1, king - 2
            if all(self.board[s] == "." for s in between):
                if not self.attacked(king, not self.white):
                    if not self.attacked(passed, not self.white):
                        yield Move(king, target)

    def attacked(self, square: int, by_white: bool) -> bool:
        x, y = square % 8, square // 8

        def piece_at(px: int, py: int) -> str:
            if 0 <= px < 8 and 0 <= py < 8:
                piece = self.board[py * 8 + px]
                if piece != "." and piece.isupper() == by_white:
                    return piece.lower()
            return ""

        pawn_row = y - 1 if by_white else y + 1
        if piece_at(x - 1, pawn_row) == "p" or piece_at(x + 1, pawn_row) == "p":
            return True
        if any(piece_at(x + dx, y + dy) == "n" for dx, dy in KNIGHT):
            return True
        if any(piece_at(x + dx, y + dy) == "k" for dx, dy in STRAIGHT + DIAGONAL):
            return True
        for directions, kinds in ((STRAIGHT, "rq"), (DIAGONAL, "bq")):
            for dx, dy in directions:
                px, py = x + dx, y + dy
                while 0 <= px < 8 and 0 <= py < 8:
                    if self.board[py * 8 + px] != ".":
                        found = piece_at(px, py)
                        if found and found in kinds:
                            return True
                        break
                    px += dx
                    py += dy
        return False

    def after(self, move: Move) -> "Position":
        board = self.board[:]
        piece = board[move.source]
        board[move.source] = "."
        board[move.target] = piece
        passant = -1
        if piece.lower() == "p":
            if move.target == self.passant:
                board[move.target + (-8 if self.white else 8)] = "."
            if abs(move.target - move.source) == 16:
                passant = (move.target + move.source) // 2
            if move.promotion:
                board[move.target] = move.promotion.upper() if self.white else move.promotion
        elif piece.lower() == "k" and abs(move.target - move.source) == 2:
            short = move.target > move.source
            rook = move.target + (1 if short else -2)
            board[(move.target + move.source) // 2] = board[rook]
            board[rook] = "."
        return Position(board, not self.white, self.rights_after(move), passant)

    def rights_after(self, move: Move) -> str:
        rights = self.castling
        for square, lost in ((4, "KQ"), (0, "Q"), (7, "K"), (60, "kq"), (56, "q"), (63, "k")):
            if square in (move.source, move.target):
                for right in lost:
                    rights = rights.replace(right, "")
        return rights or "-"

    def legal_moves(self) -> Iterator[tuple[Move, "Position"]]:
        king = "K" if self.white else "k"
        for move in self.candidate_moves():
            following = self.after(move)
            if not following.attacked(following.board.index(king), not self.white):
                yield move, following


def count(position: Position, depth: int) -> int:
    if depth == 0:
        return 1
    return sum(count(following, depth - 1) for _, following in position.legal_moves())


def main() -> None:
    depth = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    for text in [START, TRICKY, "8/P6k/8/3pP3/8/8/7K/8 w - d6"]:
        position = Position.parse(text)
        moves = sorted(str(move) for move, _ in position.legal_moves())
        print(len(moves), " ".join(moves[:12]))
        print([count(position, d) for d in range(depth + 1)])


if __name__ == "__main__":
    main()
