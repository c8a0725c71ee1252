"""How many right triangles with whole sides have a perimeter up to a limit."""

import sys


def triples(limit: int) -> int:
    count = 0
    for a in range(1, limit // 3):
        b = a + 1
        c = a + 1
        while a + b + c <= limit:
            square = a * a + b * b
            while c * c < square:
                c += 1
            if c * c == square and a + b + c <= limit:
                count += 1
            b += 1
    return count


def main() -> None:
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(triples(limit))


if __name__ == "__main__":
    main()
