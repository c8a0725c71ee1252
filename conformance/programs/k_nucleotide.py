"""How often the pieces of each length occur in a DNA sequence."""

import sys


def sequence(length: int) -> str:
    letters = []
    state = 42
    for _ in range(length):
        state = (state * 3877 + 29573) % 139968
        letters.append("ACGT"[state * 10 // 139968 % 4])
    return "".join(letters)


def frequencies(text: str, size: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for i in range(len(text) - size + 1):
        piece = text[i : i + size]
        counts[piece] = counts.get(piece, 0) + 1
    return counts


def report(text: str, size: int) -> None:
    counts = frequencies(text, size)
    total = len(text) - size + 1
    for piece, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{piece} {count * 100 / total:.3f}")
    print()


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    text = sequence(length)
    report(text, 1)
    report(text, 2)
    for piece in ["GGT", "GGTA", "GGTATT", "GGTATTTTAATT", "GGTATTTTAATTTATAGT"]:
        print(f"{frequencies(text, len(piece)).get(piece, 0)}\t{piece}")


if __name__ == "__main__":
    main()
