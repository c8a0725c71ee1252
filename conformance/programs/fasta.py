"""Generates DNA sequences: a repeated one, and random ones by weighted letters."""

import bisect
import sys
from typing import Iterator

ALU = (
    "GGCCGGGCGCGGTGGCTCACGCCTGTAATCCCAGCACTTTGGGAGGCCGAGGCGGGCGGATCACCTGAGG"
    "TCAGGAGTTCGAGACCAGCCTGGCCAACATGGTGAAACCCCGTCTCTACTAAAAATACAAAAATTAGCCGGG"
)
IUB = [
    ("a", 0.27), ("c", 0.12), ("g", 0.12), ("t", 0.27), ("B", 0.02), ("D", 0.02),
    ("H", 0.02), ("K", 0.02), ("M", 0.02), ("N", 0.02), ("R", 0.02), ("S", 0.02),
    ("V", 0.02), ("W", 0.02), ("Y", 0.02),
]
HOMO = [("a", 0.3029549426680), ("c", 0.1979883004921), ("g", 0.1975473066391), ("t", 1.0)]
WIDTH = 60


class Generator:
    modulus = 139968

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def next(self) -> float:
        self.seed = (self.seed * 3877 + 29573) % self.modulus
        return self.seed / self.modulus


def repeated(text: str, count: int) -> Iterator[str]:
    at = 0
    while count > 0:
        length = min(WIDTH, count)
        line = text[at : at + length]
        while len(line) < length:
            line += text[: length - len(line)]
        yield line
        at = (at + length) % len(text)
        count -= length


def weighted(table: list[tuple[str, float]], count: int, generator: Generator) -> Iterator[str]:
    letters = [letter for letter, _ in table]
    sums: list[float] = []
    total = 0.0
    for _, weight in table:
        total += weight
        sums.append(total)
    while count > 0:
        length = min(WIDTH, count)
        places = [bisect.bisect(sums, generator.next()) for _ in range(length)]
        yield "".join(letters[min(place, len(letters) - 1)] for place in places)
        count -= length


def show(title: str, lines: Iterator[str]) -> None:
    print(f">{title}")
    for line in lines:
        print(line)


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    generator = Generator(42)
    show("ONE Homo sapiens alu", repeated(ALU, n * 2))
    show("TWO IUB ambiguity codes", weighted(IUB, n * 3, generator))
    show("THREE Homo sapiens frequency", weighted(HOMO, n * 5, generator))


if __name__ == "__main__":
    main()
